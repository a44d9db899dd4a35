// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of facts: tab-separated, the first line that is no comment names the columns. */
final class Table {
    private Table() {}

    /** The rows of one of the tables that lie beside this class, in their order, each by column name. */
    static List<Row> rows(String name) {
        List<String> lines =
                text(name).lines().filter(line -> !line.startsWith("# ")).toList();
        List<String> columns = cells(lines.get(0));
        return lines.stream()
                .skip(1)
                .map(line -> row(name, columns, cells(line)))
                .toList();
    }

    private static Row row(String name, List<String> columns, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalStateException(
                    name + ": " + cells.size() + " cells for " + columns.size() + " columns: " + cells.get(0));
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return new Row(name, row);
    }

    private static List<String> cells(String line) {
        return List.of(line.split("\t", -1));
    }

    private static String text(String name) {
        try (InputStream table = Table.class.getResourceAsStream(name)) {
            if (table == null) {
                throw new IllegalStateException("the table " + name + " is missing from this build");
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
