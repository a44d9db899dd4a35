// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

/** The storage refuses; the message is what NanoMDM passes on of it. */
final class StorageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String words;

    StorageException(String message) {
        super(message);
        this.words = message;
    }

    /** What the storage says. */
    String words() {
        return words;
    }
}
