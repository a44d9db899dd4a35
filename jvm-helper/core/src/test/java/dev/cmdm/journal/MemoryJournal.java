// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import java.util.ArrayList;
import java.util.List;

/** A journal whose lines outlive a simulated crash; every entry goes through the real line format. */
public final class MemoryJournal implements Journal {
    private final List<String> lines = new ArrayList<>();

    @Override
    public JournalState state() {
        return JournalState.EMPTY.after(lines.stream().map(LineFormat::read).toList());
    }

    @Override
    public void add(Entry entry) {
        lines.add(LineFormat.write(entry));
    }

    /** All entries so far. */
    public List<Entry> entries() {
        return lines.stream().map(LineFormat::read).toList();
    }

    @Override
    public void close() {
        // the lines stay
    }
}
