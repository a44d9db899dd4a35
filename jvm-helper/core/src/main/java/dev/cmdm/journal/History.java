// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import java.time.Instant;

/** What was sent and what came of it, for people. Nothing depends on it, and it stops nothing. */
public interface History {
    /** Keeps nothing. */
    History NONE = event -> {};

    /** Keeps what happened. */
    void add(Event event);

    /**
     * One command or outcome.
     *
     * @param at when
     * @param owner who declares
     * @param word what happened: {@code sent}, {@code queued}, {@code failed}, {@code seen}, …
     * @param profile which profile
     * @param text one phrase, without any value of a profile
     */
    record Event(Instant at, String owner, String word, String profile, String text) {}

    /**
     * What was kept of an event.
     *
     * @param program who ran: {@code chef-client}, {@code puppet}, {@code cmdm}
     * @param event what happened
     */
    record Line(String program, Event event) {}
}
