// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.Place;
import dev.cmdm.plist.Places;
import java.util.ArrayList;
import java.util.List;

/** The warnings on one profile, of which there are never more than anyone reads: a file could call for millions. */
final class WarningList {
    static final int MOST = 100;

    private final List<Unplaced> warnings = new ArrayList<>();
    private int left;

    void add(String code, String message, KeyPath path) {
        if (warnings.size() < MOST) {
            warnings.add(new Unplaced(code, message, path));
        } else {
            left++;
        }
    }

    /** Those of one code, as a list of its own. */
    WarningList of(String code) {
        WarningList some = new WarningList();
        warnings.stream().filter(warning -> warning.code().equals(code)).forEach(some.warnings::add);
        return some;
    }

    /** The first of them in the order in which they were found, and how many more there are. */
    List<ProfileWarning> found(Places places) {
        List<ProfileWarning> found = new ArrayList<>();
        for (Unplaced warning : warnings) {
            found.add(new ProfileWarning(warning.code(), warning.message(), places.get(warning.path())));
        }
        if (left > 0) {
            found.add(new ProfileWarning("more-warnings", left + " more warnings are not listed", Place.TOP));
        }
        return List.copyOf(found);
    }

    /** A warning before anyone asked for its line. */
    private record Unplaced(String code, String message, KeyPath path) {}
}
