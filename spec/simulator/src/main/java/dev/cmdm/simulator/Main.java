// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator;

/** Starts the simulator. */
public final class Main {
    private Main() {}

    /** Runs the command given. */
    public static void main(String[] args) {
        System.exit(args.length == 0 ? 64 : 0);
    }
}
