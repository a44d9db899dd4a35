// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.server.ServerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a server of the world file says that only Jamf Pro has.
 *
 * @param clientId client id of its one API client
 * @param user name of its one API user
 * @param secret client secret of the one, password of the other; never printed
 * @param tokenLife how long a token is good for; Jamf lets it be as short as 60 s (developer.jamf.com, client credentials)
 * @param staleReads how long a caller without the sticky cookie reads the old state; about a minute on Jamf Cloud
 *     (developer.jamf.com, sticky sessions)
 * @param withoutPrivileges privileges that client and user were not given
 * @param staticGroups names of static computer groups that are there from the beginning
 */
record JamfSettings(
        String clientId,
        String user,
        String secret,
        Duration tokenLife,
        Duration staleReads,
        Set<String> withoutPrivileges,
        List<String> staticGroups) {
    private static final int USUAL_TOKEN_SECONDS = 300;
    private static final int USUAL_STALE_SECONDS = 60;
    private static final double MILLIS = 1000;

    static JamfSettings of(ServerSettings settings) {
        var entry = settings.fields();
        return new JamfSettings(
                entry.path("clientId").asString("cmdm"),
                entry.path("user").asString("cmdm"),
                settings.apiKey(),
                seconds(entry, "tokenSeconds", USUAL_TOKEN_SECONDS),
                seconds(entry, "staleSeconds", USUAL_STALE_SECONDS),
                texts(entry, "withoutPrivileges").stream().collect(Collectors.toUnmodifiableSet()),
                texts(entry, "staticGroups"));
    }

    /** Names the client, never its secret. */
    @Override
    public String toString() {
        return clientId;
    }

    private static Duration seconds(JsonNode entry, String field, int usual) {
        return Duration.ofMillis(Math.round(entry.path(field).asDouble(usual) * MILLIS));
    }

    private static List<String> texts(JsonNode entry, String field) {
        return entry.path(field).values().stream()
                .map(each -> each.asString(""))
                .toList();
    }
}
