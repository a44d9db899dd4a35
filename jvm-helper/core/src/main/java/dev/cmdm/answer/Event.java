// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

/**
 * A sign of life while a request is carried out.
 *
 * @param kind why it comes
 * @param step the id of the step it is about, empty when about none
 * @param text one line for people
 */
public record Event(Kind kind, String step, String text) {
    /** Why an event comes. */
    public enum Kind {
        /** Something went on. */
        PROGRESS,
        /** Nothing did, and the helper is alive. */
        HEARTBEAT
    }
}
