// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * A Mac as a server remembers it.
 *
 * @param identity certificate with which it sent its last Authenticate
 * @param enrolled whether a TokenUpdate followed, and no CheckOut
 * @param token device token in lower-case hexadecimal, empty before the first TokenUpdate
 * @param tokenUpdates how many TokenUpdate messages it sent since it authenticated
 */
public record Device(
        String udid,
        String serial,
        X509Certificate identity,
        boolean enrolled,
        String topic,
        String pushMagic,
        String token,
        int tokenUpdates,
        Instant lastSeen) {

    /** A Mac that has just authenticated for the first time. */
    static Device authenticated(CheckInMessage message, X509Certificate identity, Instant now) {
        return new Device(message.udid(), message.serial(), identity, false, "", "", "", 0, now);
    }

    Device authenticatedAgain(CheckInMessage message, X509Certificate certificate, Instant now) {
        return new Device(udid, message.serial(), certificate, false, topic, pushMagic, token, 0, now);
    }

    Device tokenUpdated(CheckInMessage message, Instant now) {
        return new Device(
                udid,
                serial,
                identity,
                true,
                message.topic(),
                message.pushMagic(),
                message.token(),
                tokenUpdates + 1,
                now);
    }

    Device checkedOut(Instant now) {
        return new Device(udid, serial, identity, false, topic, pushMagic, token, 0, now);
    }

    Device seen(Instant now) {
        return new Device(udid, serial, identity, enrolled, topic, pushMagic, token, tokenUpdates, now);
    }
}
