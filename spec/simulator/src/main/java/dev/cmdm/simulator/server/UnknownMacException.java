// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

/** A Mac signed with an identity other than the one with which it enrolled, or never enrolled. */
public final class UnknownMacException extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownMacException(String udid) {
        super("device certificate UDID mismatch: " + udid);
    }
}
