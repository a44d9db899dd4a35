// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

import java.time.Duration;
import java.util.Map;
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

    /**
     * Queues without commands.
     *
     * @param delay how long after its acceptance a command is queued
     * @param queued told the UDID whenever a command has been queued
     */
    Queues(ScheduledExecutorService scheduler, Duration delay, Consumer<String> queued) {
        this.scheduler = scheduler;
        this.delay = delay;
        this.queued = queued;
    }

    CommandQueue of(String udid) {
        return byUdid.computeIfAbsent(udid, unknown -> new CommandQueue());
    }

    void publish(String udid, QueuedCommand command) {
        published.add(new Published(udid, command));
        var unused = scheduler.schedule(this::queueNext, delay.toMillis(), TimeUnit.MILLISECONDS);
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
