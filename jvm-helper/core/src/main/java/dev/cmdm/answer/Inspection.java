// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ReadProfile;
import java.util.List;
import java.util.Optional;

/** What was found in one file. */
public sealed interface Inspection {
    /** The file as it was given, {@code -} for standard input. */
    String file();

    /**
     * When the file holds a profile.
     *
     * @param fingerprint nothing when it is withheld, which is then the last of the warnings
     * @param warnings what was tolerated, in reading order
     */
    record Understood(
            String file, ReadProfile read, Optional<Fingerprint> fingerprint, Needs needs, List<Warning> warnings)
            implements Inspection {
        public Understood {
            warnings = List.copyOf(warnings);
        }

        /** Why and for which key the fingerprint is withheld, or nothing when it is not. */
        public Optional<Warning> findWithheld() {
            return fingerprint.isPresent() ? Optional.empty() : Optional.of(warnings.get(warnings.size() - 1));
        }
    }

    /** When it cannot be read, is no profile, or breaks a rule. */
    record Broken(String file, ErrorInfo error) implements Inspection {
        /** Where and what is wrong, without the file, which is said beside it. */
        public String message() {
            boolean placed = !error.where().isEmpty() && !error.where().equals(file);
            return placed ? error.where() + ": " + error.message() : error.message();
        }
    }

    /**
     * Something odd that was tolerated.
     *
     * @param warningClass a stable word
     * @param keyPath where, empty for the whole profile
     * @param message one sentence, without any value of the profile
     */
    record Warning(String warningClass, String keyPath, String message) {}

    /** The exit number this file stands for. */
    default int exit() {
        return this instanceof Broken broken ? broken.error().exit() : Exit.OK;
    }
}
