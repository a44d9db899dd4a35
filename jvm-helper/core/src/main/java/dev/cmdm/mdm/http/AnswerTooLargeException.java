// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import java.io.IOException;

/** When an answer's body is longer than the call takes; the rest was not read. */
final class AnswerTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int limit;

    AnswerTooLargeException(int limit) {
        super("longer than " + limit + " bytes");
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
