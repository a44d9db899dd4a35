// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import dev.cmdm.simulator.server.ServerSettings;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the world file says of a Workspace ONE alone.
 *
 * @param user who calls with Basic credentials; the password is the server's key
 * @param tenantCode what the header aw-tenant-code must say
 * @param clientId the OAuth client; empty for none
 * @param clientSecret its secret
 * @param tokenLife how long a token holds
 * @param commandLimit most characters of CommandXml (2000 by an error seen in 2018; of today unconfirmed); empty for none
 * @param perMinute calls of a minute; empty for any number
 * @param perDay calls of a day; empty for any number
 * @param resetInSeconds whether x-ratelimit-reset counts seconds from now, not from 1970 (which is so is unconfirmed)
 * @param organizationGroup id of the one organization group
 * @param smartGroup id of the one smart group, which holds every Mac
 * @param fleet how many Macs more are on record, enrolled, with nobody behind them
 */
record UemSettings(
        String user,
        String tenantCode,
        Optional<String> clientId,
        String clientSecret,
        Duration tokenLife,
        Optional<Integer> commandLimit,
        Optional<Integer> perMinute,
        Optional<Integer> perDay,
        boolean resetInSeconds,
        int organizationGroup,
        int smartGroup,
        int fleet) {
    private static final int HOUR = 3600;
    private static final int SEEN_LIMIT = 2000;
    private static final int USUAL_GROUP = 1234;
    private static final int USUAL_SMART_GROUP = 55;

    static UemSettings of(ServerSettings settings) {
        JsonNode fields = settings.fields();
        return new UemSettings(
                fields.path("user").asString("cmdm"),
                fields.path("tenantCode").asString("tenant"),
                Optional.of(fields.path("clientId").asString("")).filter(id -> !id.isEmpty()),
                fields.path("clientSecret").asString(settings.apiKey()),
                Duration.ofSeconds(fields.path("tokenSeconds").asInt(HOUR)),
                count(fields, "commandLimit", SEEN_LIMIT),
                count(fields, "quotaPerMinute", 0),
                count(fields, "quotaPerDay", 0),
                fields.path("quotaReset").asString("").equals("seconds"),
                fields.path("organizationGroup").asInt(USUAL_GROUP),
                fields.path("smartGroup").asInt(USUAL_SMART_GROUP),
                fields.path("fleet").asInt(0));
    }

    /** Names the user, never a secret. */
    @Override
    public String toString() {
        return "Workspace ONE for " + user;
    }

    /** A number above 0; 0 stands for none. */
    private static Optional<Integer> count(JsonNode fields, String name, int usual) {
        return Optional.of(fields.path(name).asInt(usual)).filter(count -> count > 0);
    }
}
