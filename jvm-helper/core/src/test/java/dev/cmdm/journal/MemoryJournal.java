// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import java.util.ArrayList;
import java.util.List;

/** A journal whose lines outlive a simulated crash; every entry goes through the real line format. */
public final class MemoryJournal implements Journal {
    private final List<Entry> entries = new ArrayList<>();
    private JournalState state = JournalState.EMPTY;

    @Override
    public JournalState state() {
        return state;
    }

    @Override
    public void add(Entry entry) {
        Entry stored = LineFormat.read(LineFormat.write(entry));
        entries.add(stored);
        state = state.after(List.of(stored));
    }

    /** All entries so far. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void close() {
        // the lines stay
    }
}
