// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Makes the resource that {@code dev.cmdm.catalog.Catalogue} reads from the tables in {@code spec/catalog}: an index of
 * payload types, then one block for each, so that reading one type decodes no other. The same tables give the same
 * bytes. Run by the build; arguments are the folder of the tables and the file to write.
 */
final class CompileCatalogue {
    private static final int FORMAT = 1;

    /** The kinds by the number that stands for them; a key that is none of macOS is of kind any. */
    private static final List<String> KINDS =
            List.of("string", "integer", "real", "boolean", "date", "data", "array", "dictionary", "any");

    private static final List<String> COLUMNS = List.of(
            "presence", "introduced", "deprecated", "removed", "default", "rangelist", "range_min", "range_max",
            "format", "allow_manual_install", "user_channel", "supervised", "requires_dep");

    private static final int REQUIRED = 1;
    private static final int NOT_BY_HAND = 2;
    private static final int NOT_FOR_USERS = 4;
    private static final int SUPERVISED = 8;
    private static final int AUTOMATED = 16;
    private static final int NOT_MACOS = 32;

    /** Bits that say which of the fields that few keys have are there. */
    private static final int DEPRECATED = 1;
    private static final int REMOVED = 2;
    private static final int DEFAULT = 4;
    private static final int LIMITED = 8;

    private CompileCatalogue() {}

    public static void main(String[] arguments) throws IOException {
        Path tables = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Map<String, List<Map<String, String>>> types = grouped(read(tables.resolve("payloads.tsv")));
        List<Map<String, String>> keys = new ArrayList<>(read(tables.resolve("payload-keys.tsv")));
        correct(keys, read(tables.resolve("corrections.tsv")));
        read(tables.resolve("later-keys.tsv")).forEach(later -> keys.add(later(later, types)));
        Files.createDirectories(target.getParent());
        Files.write(target, compile(types, grouped(keys)));
    }

    private static byte[] compile(
            Map<String, List<Map<String, String>>> types, Map<String, List<Map<String, String>>> keys)
            throws IOException {
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(index);
        out.writeByte(FORMAT);
        number(out, types.size());
        for (Map.Entry<String, List<Map<String, String>>> type : types.entrySet()) {
            byte[] block = block(type.getValue(), keys.getOrDefault(type.getKey(), List.of()));
            text(out, type.getKey());
            number(out, block.length);
            blocks.write(block);
        }
        out.write(blocks.toByteArray());
        return index.toByteArray();
    }

    /** One type; several files may describe it, and then it is what they say together. */
    private static byte[] block(List<Map<String, String>> files, List<Map<String, String>> keys) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        List<String> names = files.stream().map(file -> file.get("file")).toList();
        number(out, files.size());
        for (Map<String, String> file : files) {
            text(out, file.get("file"));
            text(out, file.get("title"));
        }
        text(out, files.get(0).get("delivery"));
        version(out, earliest(files));
        version(out, onlyIfAll(files, "deprecated"));
        version(out, onlyIfAll(files, "removed"));
        out.writeBoolean(any(files, file -> file.get("multiple").equals("true")));
        out.writeBoolean(any(files, file -> file.get("channel").contains("device")));
        out.writeBoolean(any(files, file -> file.get("channel").contains("user")));
        members(out, tree(keys, names).children, names);
        return bytes.toByteArray();
    }

    private static Node tree(List<Map<String, String>> keys, List<String> files) {
        Node root = new Node("");
        for (Map<String, String> key : keys) {
            root.descendant(key.get("key_path")).rows.add(key);
        }
        root.children.values().forEach(node -> node.requiredIn = files.size());
        return root;
    }

    private static void members(DataOutputStream out, Map<String, Node> nodes, List<String> files)
            throws IOException {
        number(out, nodes.size());
        for (Node node : nodes.values()) {
            node.write(out, files);
            members(out, node.children, files);
        }
    }

    /** A key: its rows, one for each file that has it. A node without rows is no key of macOS, though some below are. */
    private static final class Node {
        private final String name;
        private final List<Map<String, String>> rows = new ArrayList<>();
        private final Map<String, Node> children = new LinkedHashMap<>();
        private int requiredIn = 1;

        Node(String name) {
            this.name = name;
        }

        Node descendant(String path) {
            Node node = this;
            for (String step : path.split("/")) {
                node = node.children.computeIfAbsent(step, Node::new);
            }
            return node;
        }

        void write(DataOutputStream out, List<String> files) throws IOException {
            text(out, name);
            out.writeByte(rows.isEmpty() ? KINDS.indexOf("any") : KINDS.indexOf(cell("type")));
            out.writeByte(rows.isEmpty() ? 0 : files.indexOf(cell("file")));
            out.writeByte(flags());
            version(out, earliest(rows));
            out.writeByte(fields());
            optional(out, "deprecated", CompileCatalogue::version);
            optional(out, "removed", CompileCatalogue::version);
            optional(out, "default", CompileCatalogue::text);
            if (limited()) {
                text(out, cell("range_min"));
                text(out, cell("range_max"));
                text(out, cell("format"));
                List<String> allowed = allowed();
                number(out, allowed.size());
                for (String value : allowed) {
                    text(out, value);
                }
            }
        }

        private String cell(String column) {
            return rows.isEmpty() ? "" : rows.get(0).get(column);
        }

        private void optional(DataOutputStream out, String column, Writer writer) throws IOException {
            if (!cell(column).isEmpty()) {
                writer.write(out, cell(column));
            }
        }

        private boolean limited() {
            return !cell("range_min").isEmpty()
                    || !cell("range_max").isEmpty()
                    || !cell("format").isEmpty()
                    || !allowed().isEmpty();
        }

        private int fields() {
            return (cell("deprecated").isEmpty() ? 0 : DEPRECATED)
                    | (cell("removed").isEmpty() ? 0 : REMOVED)
                    | (cell("default").isEmpty() ? 0 : DEFAULT)
                    | (limited() ? LIMITED : 0);
        }

        private int flags() {
            boolean required = !rows.isEmpty()
                    && rows.size() >= requiredIn
                    && rows.stream().allMatch(row -> row.get("presence").equals("required"));
            return (rows.isEmpty() ? NOT_MACOS : 0)
                    | (required ? REQUIRED : 0)
                    | (any(rows, row -> row.get("allow_manual_install").equals("false")) ? NOT_BY_HAND : 0)
                    | (any(rows, row -> row.get("user_channel").equals("false")) ? NOT_FOR_USERS : 0)
                    | (any(rows, row -> row.get("supervised").equals("true")) ? SUPERVISED : 0)
                    | (any(rows, row -> row.get("requires_dep").equals("true")) ? AUTOMATED : 0);
        }

        /** The values that any of the files allows; none when one of them sets no limit. */
        private List<String> allowed() {
            if (rows.stream().anyMatch(row -> row.get("rangelist").isEmpty())) {
                return List.of();
            }
            return rows.stream()
                    .flatMap(row -> List.of(row.get("rangelist").split("\\|")).stream())
                    .distinct()
                    .toList();
        }
    }

    private interface Writer {
        void write(DataOutputStream out, String value) throws IOException;
    }

    /** A number from 0 on: seven bits a byte, the lowest first, the eighth says that more follow. */
    private static void number(DataOutputStream out, int number) throws IOException {
        int rest = number;
        while (rest > 0x7f) {
            out.writeByte((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(out, bytes.length);
        out.write(bytes);
    }

    /** Three bytes; zeros where there is no version. */
    private static void version(DataOutputStream out, String version) throws IOException {
        String[] parts = version.split("\\.");
        for (int at = 0; at < 3; at++) {
            out.writeByte(at < parts.length && !parts[at].isEmpty() ? Integer.parseInt(parts[at]) : 0);
        }
    }

    private static String earliest(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> row.get("introduced"))
                .min(Comparator.comparing(CompileCatalogue::padded))
                .filter(version -> version.matches("[0-9.]+"))
                .orElse("");
    }

    private static String padded(String version) {
        StringBuilder text = new StringBuilder();
        for (String part : version.split("\\.")) {
            text.append(" ".repeat(Math.max(0, 4 - part.length()))).append(part);
        }
        return text.toString();
    }

    private static String onlyIfAll(List<Map<String, String>> files, String column) {
        boolean all = files.stream().noneMatch(file -> file.get(column).isEmpty());
        return all ? files.get(0).get(column) : "";
    }

    private static boolean any(List<Map<String, String>> rows, Function<Map<String, String>, Boolean> test) {
        return rows.stream().anyMatch(test::apply);
    }

    /** A key that came after the tables: its name is known and nothing else. */
    private static Map<String, String> later(Map<String, String> later, Map<String, List<Map<String, String>>> types) {
        Map<String, String> key = new LinkedHashMap<>();
        key.put("file", types.get(later.get("payload_type")).get(0).get("file"));
        key.put("type", "any");
        key.putAll(later);
        COLUMNS.forEach(column -> key.putIfAbsent(column, ""));
        return key;
    }

    private static void correct(List<Map<String, String>> keys, List<Map<String, String>> corrections) {
        for (Map<String, String> correction : corrections) {
            List<Map<String, String>> wrong = keys.stream()
                    .filter(key -> key.get("payload_type").equals(correction.get("payload_type")))
                    .filter(key -> key.get("key_path").endsWith(correction.get("key_path_ends_with")))
                    .toList();
            if (wrong.isEmpty()) {
                throw new IllegalStateException("a correction that corrects nothing: " + correction);
            }
            wrong.forEach(key -> key.put(correction.get("column"), correction.get("value")));
        }
    }

    private static Map<String, List<Map<String, String>>> grouped(List<Map<String, String>> rows) {
        Map<String, List<Map<String, String>>> groups = new TreeMap<>();
        rows.forEach(row -> groups.computeIfAbsent(row.get("payload_type"), type -> new ArrayList<>())
                .add(row));
        return groups;
    }

    private static List<Map<String, String>> read(Path table) {
        try {
            List<String> lines = Files.readAllLines(table);
            String[] columns = lines.get(0).split("\t", -1);
            return lines.stream().skip(1).map(line -> row(columns, line, table)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(String[] columns, String line, Path table) {
        String[] cells = line.split("\t", -1);
        if (cells.length != columns.length) {
            throw new IllegalStateException(table + ": a line with " + cells.length + " cells: " + line);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int at = 0; at < columns.length; at++) {
            row.put(columns[at], cells[at]);
        }
        return row;
    }
}
