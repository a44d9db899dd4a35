// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.engine.Host;
import java.time.Duration;

/** Shows on a terminal how far a command over many files is, once it takes longer than a second. */
final class Progress {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Host host;
    private final Console console;
    private final int all;
    private final Duration begun;
    private int done;

    Progress(Host host, Console console, int all) {
        this.host = host;
        this.console = console;
        this.all = all;
        this.begun = host.time().elapsed();
    }

    /** One more is done; what the action prints does not mix with the passing line. */
    void step(Runnable action) {
        console.endProgress();
        action.run();
        done++;
        if (done < all && host.time().elapsed().minus(begun).compareTo(PATIENCE) > 0) {
            console.progress(done + " of " + all);
        }
    }
}
