// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one point of a call after which the server may have read something. Either the call crosses it,
 * or whoever waits gives it up before; never both, so that "nothing was written" is always true.
 */
final class Crossing {
    private enum Side {
        BEFORE,
        CROSSED,
        GIVEN_UP
    }

    private final AtomicReference<Side> side = new AtomicReference<>(Side.BEFORE);

    /**
     * Says that the next thing is to write.
     *
     * @throws InterruptedIOException when the call was given up; nothing may be written then
     */
    void cross() throws InterruptedIOException {
        if (!side.compareAndSet(Side.BEFORE, Side.CROSSED)) {
            throw new InterruptedIOException("given up");
        }
    }

    /** Keeps the call from crossing if it has not. */
    void giveUp() {
        side.compareAndSet(Side.BEFORE, Side.GIVEN_UP);
    }

    /** Whether something may have been written. */
    boolean crossed() {
        return side.get() == Side.CROSSED;
    }
}
