// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.engine.Host;
import java.util.Set;

/**
 * Whatever a JVM does for the first time is slow. So while one thread reads the command line, another makes a plan that
 * nobody asked for, and what the real one needs is ready when it comes to it. Nothing depends on it.
 */
final class HeadStart {
    private static final Set<String> PLANNING = Set.of("plan", "apply");

    private HeadStart() {}

    /** Begins, if this command plans; the process does not wait for the end. */
    static void before(String command) {
        if (PLANNING.contains(command)) {
            Thread thread = new Thread(HeadStart::run, "cmdm-head-start");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** What goes wrong here goes wrong for the real plan too, which says so. */
    private static void run() {
        try {
            SamplePlan.make(Host.real());
        } catch (RuntimeException | LinkageError e) {
            return;
        }
    }
}
