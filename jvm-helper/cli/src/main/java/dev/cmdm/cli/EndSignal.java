// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a run end in good order when the process is told to end: it gets a moment to finish its journal. */
final class EndSignal implements AutoCloseable {
    private static final long MOMENT_MILLIS = 1500;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    private EndSignal(Runnable stop) {
        this.hook = new Thread(() -> end(stop), "cmdm-end");
    }

    /** From now until closed, the end of the process first asks the run to stop. */
    static EndSignal watch(Runnable stop) {
        EndSignal signal = new EndSignal(stop);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook runs: it was told above that the run is finished.
            return;
        }
    }

    private void end(Runnable stop) {
        stop.run();
        try {
            finished.await(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
