// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.mdmdirector;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.plist.Bytes;

/**
 * {@code POST /profile}. It compares the bytes with those that it wanted before, and sends what differs; so a
 * repeat is safe. Every failure is a 500 that says nothing. (MDMDirector, director/profile.go.)
 */
final class InstallEndpoint {
    private static final int ERROR = 500;

    private final HttpCaller http;

    InstallEndpoint(HttpCaller http) {
        this.http = http;
    }

    /** Wants a profile on a Mac that the server knows. */
    Delivery send(String udid, Bytes profile) {
        Exchange exchange = http.call(ProfileBody.wanting(udid, profile));
        if (exchange instanceof Answer answer && answer.status() == ERROR) {
            return new Delivery.Refused(http.address()
                    + " answered 500 to the profile without a reason; it takes no signed ones, its log tells more");
        }
        return ProfileAnswer.delivery(exchange, http);
    }
}
