// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

/** A server of the world file has a field that says nothing that can be simulated. */
public final class BadServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadServerException(String field, String value, String wanted) {
        super("server field \"" + field + "\": " + value + " is not " + wanted);
    }
}
