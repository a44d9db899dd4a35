// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A Mac as MDMDirector remembers it.
 *
 * @param authenticated whether it sent Authenticate and no CheckOut since
 * @param tokenUpdated whether a TokenUpdate followed
 * @param asked when it was last asked for its profiles
 * @param checkedIn when it last reported anything
 * @param profileListed when it last answered a ProfileList
 * @param profileList that answer's items
 */
record DirectorDevice(
        String udid,
        String serial,
        String name,
        boolean authenticated,
        boolean tokenUpdated,
        Instant asked,
        Instant checkedIn,
        Instant profileListed,
        List<ListedProfile> profileList) {
    /** Go's zero time. */
    static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    /** What an empty database yields. */
    static DirectorDevice none() {
        return new DirectorDevice("", "", "", false, false, NEVER, NEVER, NEVER, List.of());
    }

    static DirectorDevice authenticated(String udid, String serial, String name, Instant now) {
        return new DirectorDevice(udid, serial, name, true, false, NEVER, now, NEVER, List.of());
    }

    DirectorDevice tokenUpdated(Instant now) {
        return new DirectorDevice(udid, serial, name, true, true, now, now, profileListed, profileList);
    }

    DirectorDevice checkedOut(Instant now) {
        return new DirectorDevice(udid, serial, name, false, false, asked, now, profileListed, profileList);
    }

    DirectorDevice seen(Instant now) {
        return new DirectorDevice(
                udid, serial, name, authenticated, tokenUpdated, asked, now, profileListed, profileList);
    }

    DirectorDevice askedAt(Instant now) {
        return new DirectorDevice(
                udid, serial, name, authenticated, tokenUpdated, now, checkedIn, profileListed, profileList);
    }

    DirectorDevice listing(NSArray items, Instant now, Supplier<String> freshId) {
        var listed = Arrays.stream(items.getArray())
                .filter(NSDictionary.class::isInstance)
                .map(item -> new ListedProfile(freshId.get(), udid, (NSDictionary) item))
                .toList();
        return new DirectorDevice(udid, serial, name, authenticated, tokenUpdated, asked, now, now, listed);
    }

    boolean lists(String identifier) {
        return profileList.stream().anyMatch(each -> each.identifier().equals(identifier));
    }

    boolean lists(String identifier, String uuid) {
        return profileList.stream()
                .anyMatch(each ->
                        each.identifier().equals(identifier) && each.uuid().equals(uuid));
    }
}
