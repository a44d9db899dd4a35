// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Record;
import java.util.List;

/** What was sent and what is known of it. One writer at a time. */
public interface Journal extends AutoCloseable {
    /** What all entries so far amount to. */
    JournalState state();

    /** The last command sent for each profile and not yet seen to have come true. */
    default List<Pending> pending() {
        return state().pending();
    }

    /** What was delivered or adopted, one for each profile that is there as far as is known. */
    default List<Record> records() {
        return state().records();
    }

    /**
     * Adds an entry; it is stored for good when this returns.
     *
     * @throws JournalUnavailableException when it cannot be stored, for example on a full disk; nothing
     *     that depends on it may be sent then
     */
    void add(Entry entry);

    @Override
    void close();
}
