// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.wire;

/** A body is not what it should be; the message is what a server written in Go says of it. */
public final class GoSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String words;

    GoSyntaxException(String message) {
        super(message);
        this.words = message;
    }

    /** What a server written in Go says. */
    public String words() {
        return words;
    }
}
