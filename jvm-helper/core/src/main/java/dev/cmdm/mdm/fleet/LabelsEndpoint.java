// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import dev.cmdm.profile.ObjectName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code labels}, of which a name stands once in all of Fleet. A manual one is given to hosts one by one, so that two that
 * get it at once do not undo each other. (Fleet, REST API, "Labels".)
 */
final class LabelsEndpoint {
    private static final String PATH = FleetAnswers.API + "labels";

    /** Beyond these, which are twenty thousand labels, no list is followed. */
    private static final int MOST_PAGES = 200;

    private static final int PAGE = 100;

    private final HttpCaller http;

    LabelsEndpoint(HttpCaller http) {
        this.http = http;
    }

    /**
     * Makes a manual label that nobody has.
     *
     * @return whether it was made; not when there is such a one
     * @throws UndeliveredException when the name is another label's, or it has another end
     * @throws MdmUnavailableException when it cannot be asked whose the name is
     */
    boolean create(ObjectName name) {
        String body = "{\"name\":" + Json.quoted(name.toString()) + ",\"host_ids\":[]}";
        Optional<Refusal> refusal = Refusal.find(http, HttpCall.postJson(PATH, body));
        refusal.ifPresent(why -> requireManual(name, why));
        return refusal.isEmpty();
    }

    /** Whether the refusal means no more than that the label is there. */
    private void requireManual(ObjectName name, Refusal refusal) {
        Map<String, String> kinds = kinds(name);
        if (kinds.isEmpty()) {
            throw new UndeliveredException(refusal.delivery());
        } else if (!kinds.getOrDefault(name.toString(), "").equals("manual")) {
            throw new UndeliveredException(new Delivery.Refused("the label " + name
                    + " in Fleet is not a manual one, or its name has other letters; give it another name"));
        }
    }

    /** The kinds of the labels of a name and of those that differ in case only, by their names. */
    private Map<String, String> kinds(ObjectName name) {
        Map<String, String> kinds = new HashMap<>();
        boolean more = true;
        for (int page = 0; more && kinds.isEmpty() && page < MOST_PAGES; page++) {
            HttpCall call = HttpCall.get(PATH + "?page=" + page + "&per_page=" + PAGE);
            Answer answer = FleetAnswers.find(http, call).orElseThrow(() -> FleetAnswers.strange(http, "labels"));
            more = Json.read(answer.body(), json -> read(json, name.toString(), kinds))
                            .orElseThrow(() -> FleetAnswers.strange(http, "labels"))
                    == PAGE;
        }
        return kinds;
    }

    /** Takes note of a page; how many labels are on it. */
    private static int read(Json json, String name, Map<String, String> kinds) {
        int[] count = {0};
        json.fields(field -> {
            if (field.equals("labels")) {
                json.items(() -> {
                    count[0]++;
                    Map<String, String> label = new HashMap<>();
                    json.fields(key -> json.text().ifPresent(text -> label.put(key, text)));
                    String called = label.getOrDefault("name", "");
                    if (called.equalsIgnoreCase(name)) {
                        kinds.put(called, label.getOrDefault("label_membership_type", ""));
                    }
                });
            }
        });
        return count[0];
    }
}
