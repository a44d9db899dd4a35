// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

/** The faults that hold at the moment; read and changed from several threads. */
final class CurrentFaults {
    private MacFaults faults = MacFaults.NONE;

    synchronized MacFaults get() {
        return faults;
    }

    synchronized void set(MacFaults faults) {
        this.faults = faults;
    }

    /** The faults for the next command; a NotNow among them is used up. */
    synchronized MacFaults takeForCommand() {
        MacFaults now = faults;
        faults = now.afterACommand();
        return now;
    }
}
