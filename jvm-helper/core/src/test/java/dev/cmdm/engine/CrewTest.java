// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CrewTest {
    @Test
    void worksAtTheSameTimeAndHandsOverInOrder() {
        assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "one processor only");
        CountDownLatch second = new CountDownLatch(1);
        List<Integer> results = new ArrayList<>();
        Crew.each(
                List.of(1, 2),
                number -> {
                    if (number == 1) {
                        await(second);
                    } else {
                        second.countDown();
                    }
                    return number * 10;
                },
                results::add);
        assertThat(results).containsExactly(10, 20);
    }

    @Test
    void handsOverByTheCallersThread() {
        List<Thread> threads = new ArrayList<>();
        Crew.each(List.of(1, 2, 3), number -> number, number -> threads.add(Thread.currentThread()));
        assertThat(threads).hasSize(3).containsOnly(Thread.currentThread());
    }

    @Test
    void endsWithWhatTheWorkThrew() {
        for (List<Integer> items : List.of(List.of(1), List.of(1, 2, 3))) {
            assertThatThrownBy(() -> Crew.each(
                            items,
                            number -> {
                                throw new IllegalArgumentException("thrown");
                            },
                            result -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("thrown");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
