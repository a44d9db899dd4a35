// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.journal.Entry;
import dev.cmdm.journal.Journal;
import dev.cmdm.journal.JournalState;

/** A journal during whose writing the helper is killed, before or after an entry is stored. */
final class CrashingJournal implements Journal {
    private final Journal stored;
    private int left;
    private final boolean after;

    CrashingJournal(Journal stored, int entries, boolean after) {
        this.stored = stored;
        this.left = entries;
        this.after = after;
    }

    @Override
    public JournalState state() {
        return stored.state();
    }

    @Override
    public void add(Entry entry) {
        boolean now = left-- == 0;
        if (now && !after) {
            throw new Killed();
        }
        stored.add(entry);
        if (now) {
            throw new Killed();
        }
    }

    @Override
    public void close() {
        stored.close();
    }
}
