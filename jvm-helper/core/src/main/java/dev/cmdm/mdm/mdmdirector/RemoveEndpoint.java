// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.mdmdirector;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.profile.ProfileIdentifier;

/**
 * {@code DELETE /profile} with a body. It sends the removal once, also of what was never there; 500 says that
 * MicroMDM does not answer. (MDMDirector, director/profile.go.)
 */
final class RemoveEndpoint {
    private static final int ERROR = 500;

    private final HttpCaller http;

    RemoveEndpoint(HttpCaller http) {
        this.http = http;
    }

    /** Takes a profile off a Mac. */
    Delivery send(String udid, ProfileIdentifier identifier) {
        return send(ProfileBody.unwanting(udid, identifier, true));
    }

    /** Makes the server forget that it asked for a profile, and sends nothing: the Mac keeps what it has. */
    Delivery forget(String udid, ProfileIdentifier identifier) {
        return send(ProfileBody.unwanting(udid, identifier, false));
    }

    private Delivery send(HttpCall call) {
        Exchange exchange = http.call(call);
        if (exchange instanceof Answer answer && answer.status() == ERROR) {
            return new Delivery.Unreachable(PushEndpoint.noMicroMdm(http));
        }
        return ProfileAnswer.delivery(exchange, http);
    }
}
