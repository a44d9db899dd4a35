// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The queues of all Macs, known or not. A command gets into its queue a moment after it was accepted, because MicroMDM
 * publishes it to its queue worker; the order of acceptance is kept.
 */
final class Queues {
    private record Published(String udid, QueuedCommand command) {}

    private final Map<String, CommandQueue> byUdid = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Published> published = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService scheduler;
    private final Duration delay;
    private final Consumer<String> queued;
    private final Optional<Clock> loss;
    private final Map<String, Instant> lastAccepted = new ConcurrentHashMap<>();

    /**
     * Queues without commands.
     *
     * @param delay how long after its acceptance a command is queued
     * @param queued told the UDID whenever a command has been queued
     * @param loss the clock by which one of two commands for a Mac is lost whose requests overlap (micromdm#716); nothing
     *     when none is
     */
    Queues(ScheduledExecutorService scheduler, Duration delay, Consumer<String> queued, Optional<Clock> loss) {
        this.scheduler = scheduler;
        this.delay = delay;
        this.queued = queued;
        this.loss = loss;
    }

    CommandQueue of(String udid) {
        return byUdid.computeIfAbsent(udid, unknown -> new CommandQueue());
    }

    /**
     * Accepts a command.
     *
     * @param received when its request came
     */
    void publish(String udid, QueuedCommand command, Instant received) {
        if (isLost(udid, received)) {
            return;
        }
        published.add(new Published(udid, command));
        var unused = scheduler.schedule(this::queueNext, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean isLost(String udid, Instant received) {
        return loss.map(Clock::instant)
                .map(now -> lastAccepted.put(udid, now))
                .filter(received::isBefore)
                .isPresent();
    }

    private void queueNext() {
        String udid;
        synchronized (published) {
            var next = published.remove();
            udid = next.udid();
            of(udid).add(next.command());
        }
        queued.accept(udid);
    }
}
