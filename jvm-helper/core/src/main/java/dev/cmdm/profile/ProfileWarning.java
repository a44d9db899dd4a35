// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.Place;
import dev.cmdm.plist.PlistWarning;

/**
 * Something odd about a profile that was tolerated.
 *
 * @param code stable word, such as {@code missing-version}
 * @param message one sentence in our words, without any value of the profile
 * @param place where
 */
public record ProfileWarning(String code, String message, Place place) {
    /** The same warning, seen as one about a profile. */
    static ProfileWarning of(PlistWarning warning) {
        return new ProfileWarning(warning.code(), warning.message(), warning.place());
    }
}
