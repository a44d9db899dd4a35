// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.facts;

import java.util.Map;

/** One line of a table, its cells by column name. */
record Row(String table, Map<String, String> cells) {
    /**
     * The cell under this column.
     *
     * @throws IllegalStateException if the table has no such column
     */
    String get(String column) {
        String cell = cells.get(column);
        if (cell == null) {
            throw new IllegalStateException(table + " has no column " + column);
        }
        return cell;
    }
}
