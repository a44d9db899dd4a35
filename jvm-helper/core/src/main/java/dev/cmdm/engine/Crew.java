// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does one thing with many, on all processors, and hands the results over in the order of what they were made of. */
final class Crew {
    private Crew() {}

    /**
     * Works through a list.
     *
     * @param work called by several threads at once; what it throws ends the whole
     * @param each called by this thread, in order, as soon as the next result is there
     */
    static <T, R> void each(List<T> items, Function<T, R> work, Consumer<R> each) {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), items.size());
        if (threads <= 1) {
            items.forEach(item -> each.accept(work.apply(item)));
            return;
        }
        ExecutorService crew = Executors.newFixedThreadPool(threads);
        try {
            List<Future<R>> results = items.stream()
                    .map(item -> crew.submit(() -> work.apply(item)))
                    .toList();
            results.forEach(result -> each.accept(get(result)));
        } finally {
            crew.shutdownNow();
        }
    }

    private static <R> R get(Future<R> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
