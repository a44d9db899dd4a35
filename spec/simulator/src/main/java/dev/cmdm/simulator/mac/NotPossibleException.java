// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

/** Thrown when a Mac cannot do what it is asked to in its present state; the message says why and what to do. */
public final class NotPossibleException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what cannot be done, why, and what to do. */
    public NotPossibleException(String message) {
        super(message);
    }
}
