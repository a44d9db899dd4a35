// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.process;

import java.time.Duration;

/** When a program has not ended in time, or what it left behind keeps its output open. */
public final class DeadlineExceededException extends ProcessException {
    private static final long serialVersionUID = 1L;

    private final transient Duration deadline;

    /**
     * Too much time.
     *
     * @param program its path
     * @param deadline how long it was allowed to take
     */
    public DeadlineExceededException(String program, Duration deadline) {
        super(program, "did not end within " + words(deadline) + " and was ended");
        this.deadline = deadline;
    }

    /** How long it was allowed to take. */
    public Duration deadline() {
        return deadline;
    }

    private static String words(Duration span) {
        return span.toMillis() < 1000 ? span.toMillis() + " ms" : span.toSeconds() + " s";
    }
}
