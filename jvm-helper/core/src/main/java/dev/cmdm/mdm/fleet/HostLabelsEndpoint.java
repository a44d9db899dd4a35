// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * {@code hosts/{id}/labels}, which gives a host manual labels and takes them away; what it has or lacks already changes
 * nothing. (Fleet, REST API, "Add labels to host".)
 */
final class HostLabelsEndpoint {
    private final HttpCaller http;

    HostLabelsEndpoint(HttpCaller http) {
        this.http = http;
    }

    /**
     * Gives a host a label.
     *
     * @return whether there is such a label
     * @throws UndeliveredException when it has another end
     */
    boolean add(long host, String label) {
        return change("POST", host, label);
    }

    /**
     * Takes a label away from a host.
     *
     * @return whether there is such a label
     * @throws UndeliveredException when it has another end
     */
    boolean remove(long host, String label) {
        return change("DELETE", host, label);
    }

    private boolean change(String method, long host, String label) {
        HttpCall call = HttpCall.of(method, FleetAnswers.API + "hosts/" + host + "/labels")
                .withBody(
                        "application/json", Json.write("labels", List.of(label)).getBytes(StandardCharsets.UTF_8));
        Optional<Refusal> refusal = Refusal.find(http, call);
        refusal.filter(why -> !isOfNoLabel(why)).ifPresent(why -> {
            throw new UndeliveredException(why.delivery());
        });
        return refusal.isEmpty();
    }

    private static boolean isOfNoLabel(Refusal refusal) {
        return refusal.says("label") && (refusal.says("not found") || refusal.says("exist"));
    }
}
