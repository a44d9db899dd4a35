// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

/** How an object stands on a Mac, by the numbers that scripts in use read. */
enum ProfileStatus {
    /** When it is assigned and nobody asked for it. */
    NOT_INSTALLED(0),
    /** When its installation waits for the Mac. */
    PENDING_INSTALL(1),
    /** When the Mac acknowledged it. */
    INSTALLED(3),
    /** When the Mac refused it. */
    ERROR(6);

    private final int number;

    ProfileStatus(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
