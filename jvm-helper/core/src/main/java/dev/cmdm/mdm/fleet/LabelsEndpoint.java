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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * {@code labels}, of which a name stands once in all of Fleet. A manual one is given to hosts one by one, so that two that
 * get it at once do not undo each other. (Fleet, REST API, "Labels".)
 */
final class LabelsEndpoint {
    private static final String PATH = FleetAnswers.API + "labels";

    /** Beyond these, which are twenty thousand labels, no list is followed. */
    private static final int MOST_PAGES = 200;

    private static final int PAGE = 100;

    /** A list of hosts tells much of each. */
    private static final int LARGEST = 16 * 1024 * 1024;

    private final HttpCaller http;

    LabelsEndpoint(HttpCaller http) {
        this.http = http;
    }

    /** A label by its name, and whether it is one that is given by hand. */
    private record Known(String name, Optional<Long> id, boolean manual) {
        boolean isAs(ObjectName wanted) {
            return manual && name.equals(wanted.toString());
        }
    }

    /**
     * Makes a manual label that nobody has.
     *
     * @return the number of such a one that there was before; nothing when it was made
     * @throws UndeliveredException when the name is another label's, or it has another end
     * @throws MdmUnavailableException when it cannot be asked whose the name is
     */
    Optional<Long> ensure(ObjectName name) {
        String body = "{\"name\":" + Json.quoted(name.toString()) + ",\"host_ids\":[]}";
        return Refusal.find(http, HttpCall.postJson(PATH, body)).map(why -> before(name, why));
    }

    /**
     * Whether other hosts of a host's team have a label.
     *
     * @throws MdmUnavailableException when that is not told
     */
    boolean isOnOthers(long label, KnownHost host) {
        String path = PATH + "/" + label + "/hosts?team_id=" + host.team().orElse(0L) + "&";
        boolean[] others = {false};
        pages(path, "hosts", json -> others[0] |= isOther(json, host), () -> others[0]);
        return others[0];
    }

    /** The number of a label that is there, if the refusal means no more than that. */
    private long before(ObjectName name, Refusal refusal) {
        List<Known> alike = new ArrayList<>();
        pages(
                PATH + "?",
                "labels",
                json -> Optional.of(read(json))
                        .filter(label -> label.name().equalsIgnoreCase(name.toString()))
                        .ifPresent(alike::add),
                () -> !alike.isEmpty());
        Known label = alike.stream().findFirst().orElseThrow(() -> new UndeliveredException(refusal.delivery()));
        if (!label.isAs(name)) {
            throw new UndeliveredException(new Delivery.Refused("the label " + name
                    + " in Fleet is not a manual one, or its name has other letters; give it another name"));
        }
        return label.id().orElseThrow(() -> FleetAnswers.strange(http, "number of a label"));
    }

    /** Goes through the items of a list page by page until enough is known. */
    private void pages(String path, String field, Consumer<Json> item, BooleanSupplier enough) {
        boolean more = true;
        for (int page = 0; more && !enough.getAsBoolean() && page < MOST_PAGES; page++) {
            HttpCall call =
                    HttpCall.get(path + "page=" + page + "&per_page=" + PAGE).withAnswerLimit(LARGEST);
            Answer answer = FleetAnswers.find(http, call).orElseThrow(() -> FleetAnswers.strange(http, field));
            more = Json.read(answer.body(), json -> read(json, field, item))
                            .orElseThrow(() -> FleetAnswers.strange(http, field))
                    == PAGE;
        }
    }

    /** Hands out the items of a page; how many there are. */
    private static int read(Json json, String field, Consumer<Json> item) {
        int[] count = {0};
        json.fields(name -> {
            if (name.equals(field)) {
                json.items(() -> {
                    count[0]++;
                    item.accept(json);
                });
            }
        });
        return count[0];
    }

    private static Known read(Json json) {
        String[] name = {""};
        boolean[] manual = {false};
        List<Long> id = new ArrayList<>();
        json.fields(field -> {
            switch (field) {
                case "id" -> json.whole().ifPresent(id::add);
                case "name" -> name[0] = json.text().orElse("");
                case "label_membership_type" ->
                    manual[0] = json.text().filter("manual"::equals).isPresent();
                default -> {}
            }
        });
        return new Known(name[0], id.stream().findFirst(), manual[0]);
    }

    /** Releases that do not know the filter by team list hosts of all. */
    private static boolean isOther(Json json, KnownHost host) {
        List<Long> id = new ArrayList<>();
        List<Long> team = new ArrayList<>();
        json.fields(field -> {
            switch (field) {
                case "id" -> json.whole().ifPresent(id::add);
                // A later Fleet calls its teams fleets.
                case "team_id", "fleet_id" -> json.whole().ifPresent(team::add);
                default -> {}
            }
        });
        return !id.stream().findFirst().equals(host.number())
                && team.stream().findFirst().equals(host.team());
    }
}
