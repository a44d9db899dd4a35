// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

/**
 * What went wrong, for programs and for people.
 *
 * @param errorClass a stable word, such as {@code malformed-xml}
 * @param message what, in one line without any value of a profile and without a secret
 * @param where a file, a key path, an address; empty when there is no such place
 * @param hint what to do; empty when the message says it
 * @param exit the exit number it stands for
 * @param retryable whether the same request may succeed later without any change
 */
public record ErrorInfo(String errorClass, String message, String where, String hint, int exit, boolean retryable) {
    /** The error in one line beside the name of what it is about, which is not said twice. */
    public String lineOf(String subject) {
        return where.equals(subject) ? new ErrorInfo(errorClass, message, "", hint, exit, retryable).line() : line();
    }

    /** The error in one line: class, where, what, and what to do. */
    public String line() {
        String place = where.isEmpty() ? "" : where + ": ";
        String advice = hint.isEmpty() ? "" : "; " + hint;
        return place + message + advice + " (" + errorClass + ")";
    }
}
