// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

/** When a behaviour can only be tried with a simulated server. */
final class NotTriedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTriedException() {
        super("needs a simulated server");
    }
}
