// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import dev.cmdm.simulator.server.PushCenter;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The effects that a Mac needs.
 *
 * @param scheduler runs check-ins and late listings
 * @param random draws delays, tokens and ids
 * @param pushes brings pushes
 */
public record Surroundings(
        Clock clock, ScheduledExecutorService scheduler, RandomGenerator random, PushCenter pushes, HttpClient http) {
    /** Runs a task later; what goes wrong in it becomes a line of the log. */
    void later(Duration delay, Runnable task, Consumer<String> log) {
        Future<?> unused = scheduler.schedule(() -> logged(task, log), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void logged(Runnable task, Consumer<String> log) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.accept(clock.instant() + " failed: " + e);
        }
    }
}
