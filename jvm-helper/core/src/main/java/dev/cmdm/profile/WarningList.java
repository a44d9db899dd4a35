// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.Place;
import java.util.ArrayList;
import java.util.List;

/** The warnings on one profile, of which there are never more than anyone reads: a file could call for millions. */
final class WarningList {
    static final int MOST = 100;

    private final List<ProfileWarning> warnings = new ArrayList<>();
    private int left;

    void add(String code, String message, Place place) {
        if (warnings.size() < MOST) {
            warnings.add(new ProfileWarning(code, message, place));
        } else {
            left++;
        }
    }

    /** The first of them in the order in which they were found, and how many more there are. */
    List<ProfileWarning> found() {
        if (left == 0) {
            return List.copyOf(warnings);
        }
        List<ProfileWarning> all = new ArrayList<>(warnings);
        all.add(new ProfileWarning("more-warnings", left + " more warnings are not listed", Place.TOP));
        return List.copyOf(all);
    }
}
