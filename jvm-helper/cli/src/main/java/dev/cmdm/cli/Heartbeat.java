// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.engine.Host;
import java.time.Duration;
import java.util.function.Consumer;

/** Says every few seconds that the helper is alive while a request is carried out. */
final class Heartbeat implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(4);

    private final Host host;
    private final Thread thread;
    private volatile Duration last;

    Heartbeat(Host host, Consumer<String> beat) {
        this.host = host;
        this.last = host.time().elapsed();
        this.thread = new Thread(() -> run(beat), "cmdm-heartbeat");
        thread.setDaemon(true);
        thread.start();
    }

    /** Something else was said just now. */
    void beaten() {
        last = host.time().elapsed();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Consumer<String> beat) {
        try {
            while (true) {
                Thread.sleep(EVERY.toMillis());
                if (host.time().elapsed().minus(last).compareTo(EVERY) >= 0) {
                    beat.accept("working");
                    beaten();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
