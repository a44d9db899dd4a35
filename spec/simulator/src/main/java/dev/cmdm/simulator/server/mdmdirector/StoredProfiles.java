// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of what is wanted of each Mac. Nothing orders its rows but the places where PostgreSQL puts them: a changed
 * row goes to the end, and the place that it left is taken by the next new row.
 */
final class StoredProfiles {
    private final List<Optional<StoredProfile>> places = new ArrayList<>();

    synchronized void save(StoredProfile row) {
        int free = places.indexOf(Optional.<StoredProfile>empty());
        var old = find(row.udid(), row.identifier());
        if (old.isEmpty() && free >= 0) {
            places.set(free, Optional.of(row));
            return;
        }
        places.add(Optional.of(row));
        old.ifPresent(left -> places.set(places.indexOf(old), Optional.empty()));
    }

    synchronized Optional<StoredProfile> find(String udid, String identifier) {
        return of(udid).stream()
                .filter(row -> row.identifier().equals(identifier))
                .findFirst();
    }

    synchronized List<StoredProfile> of(String udid) {
        return places.stream()
                .flatMap(Optional::stream)
                .filter(row -> row.udid().equals(udid))
                .toList();
    }
}
