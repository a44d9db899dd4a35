// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueuesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        scheduler.shutdownNow();
    }

    @Test
    void losesOneOfTwoCommandsForAMacWhoseRequestsOverlapWhereThatIsAskedFor() throws Exception {
        assertThat(queued(Optional.of(CLOCK), NOW.minusMillis(1), 1)).isEqualTo(1);
    }

    @Test
    void losesNothingThatCameAfterTheAnswerBefore() throws Exception {
        assertThat(queued(Optional.of(CLOCK), NOW, 2)).isEqualTo(2);
    }

    @Test
    void losesNothingUnlessThatIsAskedFor() throws Exception {
        assertThat(queued(Optional.empty(), NOW.minusMillis(1), 2)).isEqualTo(2);
    }

    private int queued(Optional<Clock> loss, Instant second, int expected) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(expected);
        Queues queues = new Queues(scheduler, Duration.ZERO, udid -> done.countDown(), loss);
        queues.publish("U-1", new QueuedCommand("c-1", new byte[0]), NOW.minusMillis(2));
        queues.publish("U-1", new QueuedCommand("c-2", new byte[0]), second);
        queues.publish("U-2", new QueuedCommand("c-3", new byte[0]), NOW.minusMillis(1));
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        scheduler.shutdown();
        assertThat(scheduler.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        return queues.of("U-1").view().size();
    }
}
