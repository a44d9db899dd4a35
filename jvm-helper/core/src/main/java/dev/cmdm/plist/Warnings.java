// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.util.ArrayList;
import java.util.List;

/** What a reader tolerated; each kind once, where it was met first, so that the list stays short whatever comes. */
final class Warnings {
    private final List<PlistWarning> found = new ArrayList<>(2);

    boolean has(String code) {
        for (PlistWarning warning : found) {
            if (warning.code().equals(code)) {
                return true;
            }
        }
        return false;
    }

    void add(String code, String message, Place place) {
        if (!has(code)) {
            found.add(new PlistWarning(code, message, place));
        }
    }

    List<PlistWarning> found() {
        return found;
    }
}
