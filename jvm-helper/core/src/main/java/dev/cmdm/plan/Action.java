// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

/** What a step does; the order is the one in which people read them. */
public enum Action {
    /** The profile goes. */
    REMOVE,
    /** A local copy makes way for the MDM's. */
    MIGRATE,
    /** The profile that is there is replaced by the declared one. */
    REPLACE,
    /** The profile comes. */
    INSTALL,
    /** Something was sent or must be seen first; nothing is done now. */
    WAIT,
    /** It ought to change and cannot; the reason says why. */
    BLOCKED,
    /** It is as declared. */
    KEEP;

    /** Whether this action changes the Mac. */
    public boolean changes() {
        return this == REMOVE || this == MIGRATE || this == REPLACE || this == INSTALL;
    }
}
