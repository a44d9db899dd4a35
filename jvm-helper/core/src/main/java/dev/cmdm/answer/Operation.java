// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import java.util.Locale;
import java.util.Optional;

/** What can be asked of the helper. */
public enum Operation {
    /** Opens a session and says what this helper can do. */
    OPEN,
    /** What is installed on this Mac. */
    STATE,
    /** What would be done, and why. Writes nothing. */
    PLAN,
    /** Does it, waits, and tells what was seen. */
    APPLY,
    /** What is pending or failed, and why. */
    STATUS,
    /** What was sent, and what came of it. */
    HISTORY,
    /** Lets the next run send at once what is pending. */
    RETRY,
    /** Lets go of profiles: nothing is remembered of them. */
    FORGET,
    /** What Apple's schema and others say of declared profiles. Looks at no Mac. */
    LINT,
    /** Writes down what is installed, for Chef, Puppet or as files. */
    IMPORT,
    /** Sends one command of Apple's that a person wants. */
    COMMAND,
    /** Whether this machine is set up right. */
    DOCTOR;

    /** The word in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it makes no sense without something declared. */
    public boolean needsDesired() {
        return this == PLAN || this == APPLY || this == LINT;
    }

    /** Whether it makes no sense without profiles named. */
    public boolean needsIdentifiers() {
        return this == RETRY || this == FORGET;
    }

    /** Whether it makes no sense without saying how and where to write. */
    public boolean needsImporting() {
        return this == IMPORT;
    }

    /** Whether it makes no sense without a command. */
    public boolean needsCommand() {
        return this == COMMAND;
    }

    /** The operation of a word, or nothing when this helper has none. */
    public static Optional<Operation> find(String word) {
        for (Operation operation : values()) {
            if (operation.word().equals(word)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }
}
