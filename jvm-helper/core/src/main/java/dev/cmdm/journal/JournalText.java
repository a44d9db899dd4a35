// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The lines of a journal's file. A line that is not what was once written is skipped and said; one at
 * the very end without its newline was being written when the power or the process went, and what it
 * spoke of was never promised to be stored.
 *
 * @param entries what could be read, in order
 * @param notes what could not, one line each for people
 * @param whole how many bytes from the beginning are whole lines
 */
record JournalText(List<Entry> entries, List<String> notes, long whole) {
    private static final int NOTES = 20;

    JournalText {
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
    }

    static JournalText read(byte[] bytes, String name) {
        List<Entry> entries = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        int start = 0;
        int number = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                number++;
                String place = name + ", line " + number;
                line(bytes, start, at, place, entries, notes::add);
                start = at + 1;
            }
        }
        if (start < bytes.length) {
            notes.add(name + " ends in a line that was not finished; it is left out");
        }
        return new JournalText(entries, shortened(notes, name), start);
    }

    private static void line(
            byte[] bytes, int start, int end, String place, List<Entry> entries, Consumer<String> notes) {
        String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        try {
            entries.add(LineFormat.read(line));
        } catch (UnreadableLineException e) {
            notes.accept(place + " cannot be trusted and is left out: " + e.getMessage());
        }
    }

    private static List<String> shortened(List<String> notes, String name) {
        if (notes.size() <= NOTES) {
            return notes;
        }
        List<String> shortened = new ArrayList<>(notes.subList(0, NOTES));
        shortened.add(name + " has " + (notes.size() - NOTES) + " more lines that are left out");
        return shortened;
    }
}
