// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

/** When a profile is to be filled whose bytes are to be sent as they are. */
public final class UnfillableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfillableException(String what) {
        super(what);
    }
}
