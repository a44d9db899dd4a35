// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

/** The one map from exceptions to error classes and exit numbers. */
public final class Errors {
    private Errors() {}

    /** What an exception means to a caller. */
    public static ErrorInfo of(RuntimeException e) {
        return new ErrorInfo("internal", String.valueOf(e.getMessage()), "", "", Exit.SOFTWARE, false);
    }
}
