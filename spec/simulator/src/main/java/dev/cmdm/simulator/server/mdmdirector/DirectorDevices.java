// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import com.dd.plist.NSArray;
import dev.cmdm.simulator.server.Ids;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The Macs that MDMDirector has heard of, in the order in which they came. */
final class DirectorDevices {
    private final Map<String, DirectorDevice> byUdid = new LinkedHashMap<>();
    private final Clock clock;
    private final Ids ids;

    DirectorDevices(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    synchronized List<DirectorDevice> all() {
        return List.copyOf(byUdid.values());
    }

    synchronized Optional<DirectorDevice> find(String udid) {
        return Optional.ofNullable(byUdid.get(udid));
    }

    synchronized Optional<DirectorDevice> findBySerial(String serial) {
        return byUdid.values().stream()
                .filter(device -> device.serial().equals(serial))
                .findFirst();
    }

    synchronized void authenticate(String udid, String serial, String name) {
        byUdid.put(udid, DirectorDevice.authenticated(udid, serial, name, clock.instant()));
    }

    void updateToken(String udid) {
        update(udid, device -> device.tokenUpdated(clock.instant()));
    }

    void checkOut(String udid) {
        update(udid, device -> device.checkedOut(clock.instant()));
    }

    void see(String udid) {
        update(udid, device -> device.seen(clock.instant()));
    }

    void ask(String udid) {
        update(udid, device -> device.askedAt(clock.instant()));
    }

    /** Takes the items of a ProfileList for all that is on the Mac. */
    void list(String udid, NSArray items) {
        update(udid, device -> device.listing(items, clock.instant(), ids::uuid));
    }

    private synchronized void update(String udid, UnaryOperator<DirectorDevice> change) {
        byUdid.computeIfPresent(udid, (same, device) -> change.apply(device));
    }
}
