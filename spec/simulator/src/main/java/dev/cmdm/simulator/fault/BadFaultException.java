// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.fault;

/** A fault document has a field that says nothing a server can do. */
public final class BadFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadFaultException(String field, String value, String wanted) {
        super("fault field \"" + field + "\": " + value + " is not " + wanted);
    }
}
