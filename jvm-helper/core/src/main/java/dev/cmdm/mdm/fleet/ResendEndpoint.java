// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.DeviceId;
import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import java.util.Optional;

/**
 * {@code POST hosts/{id}/configuration_profiles/{profile_uuid}/resend}: Fleet sends a host what it holds to have failed or
 * to be there, but not what the host has still to answer or to show. (Fleet, REST API, "Resend custom OS setting".)
 */
final class ResendEndpoint {
    private static final int NOT_NOW = 409;

    private final HttpCaller http;

    ResendEndpoint(HttpCaller http) {
        this.http = http;
    }

    /**
     * Has a host sent a profile once more.
     *
     * @return whether it will be; not while Fleet waits for the host anyway
     * @throws UndeliveredException when it has another end
     */
    boolean send(long host, String profileUuid) {
        String uuid = DeviceId.find(profileUuid).orElseThrow(() -> FleetAnswers.strange(http, "profile_uuid"));
        HttpCall call =
                HttpCall.of("POST", FleetAnswers.API + "hosts/" + host + "/configuration_profiles/" + uuid + "/resend");
        Optional<Refusal> refusal = Refusal.find(http, call);
        refusal.filter(why -> why.status() != NOT_NOW).ifPresent(why -> {
            throw new UndeliveredException(why.delivery());
        });
        return refusal.isEmpty();
    }
}
