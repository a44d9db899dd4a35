// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

/** A request is no command; the message is MicroMDM's. */
final class BadCommandException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String words;

    BadCommandException(String message) {
        super(message);
        this.words = message;
    }

    /** What MicroMDM says. */
    String words() {
        return words;
    }
}
