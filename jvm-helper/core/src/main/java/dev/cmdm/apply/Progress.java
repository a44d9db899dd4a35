// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

/** Hears what goes on while it goes on. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = event -> {};

    /** Hears of one thing. */
    void tell(Event event);

    /**
     * One thing that went on.
     *
     * @param kind what
     * @param step the id of the step it is about; empty when about all
     * @param text one line for people
     */
    record Event(Kind kind, String step, String text) {}

    /** What may go on. */
    enum Kind {
        /** A command is about to be sent. */
        SENDING,
        /** The server queued it. */
        QUEUED,
        /** Its answer was lost. */
        LOST,
        /** The server takes no more for a while; nothing is queued. */
        DEFERRED,
        /** It failed; nothing is queued. */
        FAILED,
        /** The Mac is waited for. */
        WAITING,
        /** A change was seen on the Mac. */
        SEEN
    }
}
