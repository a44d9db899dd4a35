// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import dev.cmdm.simulator.wire.GoBase64;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The body of POST and DELETE /profile.
 *
 * @param udids the Macs meant; when there are any, the serial numbers count for nothing
 * @param profiles what is to be installed or removed, as JSON
 * @param pushNow whether it is to go out at once
 * @param metadata whether the answer is to tell anything
 */
record ProfileRequest(
        List<String> udids, List<String> serials, List<JsonNode> profiles, boolean pushNow, boolean metadata) {
    private static final String EVERYBODY = "*";

    static ProfileRequest read(byte[] body) throws GoSyntaxException {
        var json = GoJson.decode(body);
        return new ProfileRequest(
                texts(json.path("udids")),
                texts(json.path("serial_numbers")),
                List.copyOf(json.path("profiles").values()),
                json.path("push_now").asBoolean(false),
                json.path("metadata").asBoolean(false));
    }

    boolean isForEverybody() {
        return first(udids).or(() -> first(serials)).filter(EVERYBODY::equals).isPresent();
    }

    /** The Macs meant, without those that nobody has. */
    List<DirectorDevice> macs(DirectorDevices devices) {
        var found = udids.isEmpty()
                ? serials.stream().map(devices::findBySerial)
                : udids.stream().map(devices::find);
        return found.flatMap(Optional::stream).toList();
    }

    List<Upload> uploads() throws GoSyntaxException {
        var uploads = new ArrayList<Upload>();
        for (var profile : profiles) {
            uploads.add(Upload.read(GoBase64.decode(profile.asString(""))));
        }
        return uploads;
    }

    /** What DELETE names. */
    List<String> identifiers() {
        return profiles.stream()
                .map(profile -> profile.path("payload_identifier").asString(""))
                .toList();
    }

    private static Optional<String> first(List<String> texts) {
        return texts.stream().findFirst();
    }

    private static List<String> texts(JsonNode array) {
        return array.values().stream().map(text -> text.asString("")).toList();
    }
}
