// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import java.util.Locale;
import java.util.Optional;

/** In what profiles are written down. */
public enum Notation {
    /** A recipe of Chef with a {@code macos_profile} for each. */
    CHEF,
    /** A manifest of Puppet with a {@code macos_profile} for each. */
    PUPPET,
    /** Data of Hiera, under {@code cmdm::profiles}. */
    HIERA,
    /** A file for each, as a profile is. */
    FILES;

    /** The word in JSON and on a command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The notation of a word, or nothing when there is none. */
    public static Optional<Notation> find(String word) {
        for (Notation notation : values()) {
            if (notation.word().equals(word)) {
                return Optional.of(notation);
            }
        }
        return Optional.empty();
    }
}
