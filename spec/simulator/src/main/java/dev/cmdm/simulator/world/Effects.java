// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.world;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/**
 * What a simulation needs of the machine.
 *
 * @param scheduler runs what happens later
 * @param workers answer requests
 */
public record Effects(
        Clock clock,
        ScheduledExecutorService scheduler,
        ExecutorService workers,
        SecureRandom secureRandom,
        HttpClient http)
        implements AutoCloseable {
    private static final int SCHEDULER_THREADS = 8;
    private static final long CLOSING = 10;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** The machine's clock, randomness and network. */
    public static Effects real() {
        ThreadFactory daemons = task -> {
            Thread thread = new Thread(task, "simulator");
            thread.setDaemon(true);
            return thread;
        };
        return new Effects(
                Clock.systemUTC(),
                Executors.newScheduledThreadPool(SCHEDULER_THREADS, daemons),
                Executors.newCachedThreadPool(daemons),
                new SecureRandom(),
                // one protocol version: an upgrade offer would stand in every recorded request
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .build());
    }

    /** Ends what is running and forgets what was to run later; nothing writes any more when this returns. */
    @Override
    public void close() {
        scheduler.shutdownNow();
        workers.shutdownNow();
        try {
            if (!(scheduler.awaitTermination(CLOSING, SECONDS) && workers.awaitTermination(CLOSING, SECONDS))) {
                throw new IllegalStateException("a task of the simulation does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
