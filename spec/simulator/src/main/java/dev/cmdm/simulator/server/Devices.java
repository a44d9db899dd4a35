// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The Macs that a server has met, by UDID. */
public final class Devices {
    private final Map<String, Device> byUdid = new LinkedHashMap<>();
    private final Clock clock;

    /** No Macs yet. */
    public Devices(Clock clock) {
        this.clock = clock;
    }

    /** All of them, in the order in which they came. */
    public synchronized List<Device> all() {
        return List.copyOf(byUdid.values());
    }

    /** The Mac with this UDID. */
    public synchronized Optional<Device> find(String udid) {
        return Optional.ofNullable(byUdid.get(udid));
    }

    /**
     * Refuses a Mac that did not enroll with this identity.
     *
     * @throws UnknownMacException if it enrolled with another, or never
     */
    public void requireKnown(String udid, X509Certificate identity) throws UnknownMacException {
        if (find(udid).map(Device::identity).filter(identity::equals).isEmpty()) {
            throw new UnknownMacException(udid);
        }
    }

    /** Remembers the identity with which it enrolls; it is enrolled once a TokenUpdate follows. */
    public synchronized void authenticate(CheckInMessage message, X509Certificate identity) {
        var now = clock.instant();
        byUdid.merge(
                message.udid(),
                Device.authenticated(message, identity, now),
                (known, fresh) -> known.authenticatedAgain(message, identity, now));
    }

    /** Notes token and push magic. */
    public void updateToken(CheckInMessage message) {
        update(message.udid(), device -> device.tokenUpdated(message, clock.instant()));
    }

    /** Notes that it is no longer enrolled. */
    public void checkOut(String udid) {
        update(udid, device -> device.checkedOut(clock.instant()));
    }

    /** Notes that it reported something. */
    public void see(String udid) {
        update(udid, device -> device.seen(clock.instant()));
    }

    private synchronized void update(String udid, UnaryOperator<Device> change) {
        byUdid.computeIfPresent(udid, (same, device) -> change.apply(device));
    }
}
