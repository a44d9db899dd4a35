// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.json;

/** Thrown when a JSON document is not what it has to be; the message says where and what is expected there. */
public final class BadFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadFieldException(String place, String expected) {
        super(place + ": " + expected);
    }
}
