// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Takes one output of a program on a thread of its own, so that neither output can block the other. */
final class OutputReader {
    private static final int BUFFER = 16 * 1024;

    private final InputStream source;
    private final int limit;
    private final Runnable onTooMuch;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final Thread thread = new Thread(this::take, "output");

    private volatile boolean tooMuch;
    private volatile @Nullable IOException failure;

    private OutputReader(InputStream source, int limit, Runnable onTooMuch) {
        this.source = source;
        this.limit = limit;
        this.onTooMuch = onTooMuch;
    }

    static OutputReader start(InputStream source, int limit, Runnable onTooMuch) {
        OutputReader reader = new OutputReader(source, limit, onTooMuch);
        reader.thread.setDaemon(true);
        reader.thread.start();
        return reader;
    }

    /** Waits for the end of the output, at most some milliseconds; false when it has not come. */
    boolean await(long millis) throws InterruptedException {
        thread.join(Math.max(1, millis));
        return !thread.isAlive();
    }

    boolean tooMuch() {
        return tooMuch;
    }

    @Nullable
    IOException failure() {
        return failure;
    }

    /** What was taken; only after its end has come. */
    byte[] bytes() {
        return taken.toByteArray();
    }

    private void take() {
        byte[] buffer = new byte[BUFFER];
        try (source) {
            for (int count = source.read(buffer); count >= 0; count = source.read(buffer)) {
                if (count > limit - taken.size()) {
                    tooMuch = true;
                    onTooMuch.run();
                    return;
                }
                taken.write(buffer, 0, count);
            }
        } catch (IOException e) {
            failure = e;
        }
    }
}
