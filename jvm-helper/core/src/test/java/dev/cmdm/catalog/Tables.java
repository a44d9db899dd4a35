// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables that the catalogue is compiled from, read by the tests for themselves. */
public final class Tables {
    private static final Path FOLDER = Path.of("../../spec/catalog");

    private static final List<Map<String, String>> PAYLOADS = read("payloads.tsv");
    private static final List<Map<String, String>> KEYS = read("payload-keys.tsv");

    private Tables() {}

    /** One map for each line of {@code payloads.tsv}. */
    public static List<Map<String, String>> payloads() {
        return PAYLOADS;
    }

    /** One map for each line of {@code payload-keys.tsv}. */
    public static List<Map<String, String>> keys() {
        return KEYS;
    }

    /** One map for each line of {@code later-keys.tsv}. */
    static List<Map<String, String>> later() {
        return read("later-keys.tsv");
    }

    private static List<Map<String, String>> read(String table) {
        try {
            List<String> lines = Files.readAllLines(FOLDER.resolve(table));
            String[] columns = lines.get(0).split("\t", -1);
            return lines.stream().skip(1).map(line -> row(columns, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(String[] columns, String line) {
        String[] cells = line.split("\t", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int at = 0; at < columns.length; at++) {
            row.put(columns[at], cells[at]);
        }
        return row;
    }
}
