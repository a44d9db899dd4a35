// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.util.Arrays;

/** Where the values of a document begin, numbered in reading order, and which of them are within which. */
final class ValuePositions {
    private int[] lines = new int[64];
    private int[] columns = new int[64];
    private int[] behind = new int[64];
    private int count;

    /** Notes the beginning of the next value and gives its number. */
    int open(int line, int column) {
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, 2 * count);
            columns = Arrays.copyOf(columns, 2 * count);
            behind = Arrays.copyOf(behind, 2 * count);
        }
        lines[count] = line;
        columns[count] = column;
        return count++;
    }

    /** Notes that all within a value has been noted. */
    void close(int number) {
        behind[number] = count;
    }

    /** The number of the value directly within one that so many others stand before. */
    int child(int number, int before) {
        int child = number + 1;
        for (int i = 0; i < before; i++) {
            child = behind[child];
        }
        return child;
    }

    Place place(KeyPath path, int number) {
        return new Place(path.toString(), lines[number], columns[number]);
    }
}
