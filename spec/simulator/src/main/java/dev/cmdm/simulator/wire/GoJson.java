// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as Go's encoding/json reads and writes it. */
public final class GoJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final Map<Integer, String> ESCAPES =
            Map.of((int) '"', "\\\"", (int) '\\', "\\\\", (int) '\n', "\\n", (int) '\r', "\\r", (int) '\t', "\\t");

    private GoJson() {}

    /** An empty object; fields keep the order in which they are put. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Without white space, as json.Marshal writes it. */
    public static byte[] compact(JsonNode node) {
        return written(node, "", "", false).getBytes(StandardCharsets.UTF_8);
    }

    /** With this indentation and without an end of line, as json.MarshalIndent writes it. */
    public static byte[] indented(JsonNode node, String indent) {
        return written(node, "", indent, true).getBytes(StandardCharsets.UTF_8);
    }

    /** With this indentation and an end of line, as an Encoder writes it. */
    public static byte[] encoded(JsonNode node, String indent) {
        return (written(node, "", indent, true) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The first value of a body.
     *
     * @throws GoSyntaxException with Go's words if there is none
     */
    public static JsonNode decode(byte[] body) throws GoSyntaxException {
        var text = new String(body, StandardCharsets.UTF_8);
        var value = GoJsonScanner.firstValue(text);
        try {
            return MAPPER.readTree(value);
        } catch (JacksonException e) {
            throw new GoSyntaxException("invalid JSON: " + e.getOriginalMessage());
        }
    }

    private static String written(JsonNode node, String margin, String indent, boolean lines) {
        if (node.isObject()) {
            var fields = node.properties().stream()
                    .map(field -> string(field.getKey())
                            + (lines ? ": " : ":")
                            + written(field.getValue(), margin + indent, indent, lines));
            return block('{', '}', fields.toList(), margin, indent, lines);
        }
        if (node.isArray()) {
            var items = node.values().stream().map(item -> written(item, margin + indent, indent, lines));
            return block('[', ']', items.toList(), margin, indent, lines);
        }
        return node.isString() ? string(node.asString()) : node.toString();
    }

    private static String block(
            char open, char close, List<String> parts, String margin, String indent, boolean lines) {
        if (parts.isEmpty()) {
            return "" + open + close;
        }
        return lines
                ? open + "\n" + margin + indent + String.join(",\n" + margin + indent, parts) + "\n" + margin + close
                : open + String.join(",", parts) + close;
    }

    private static String string(String text) {
        return text.codePoints().mapToObj(GoJson::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int character) {
        var known = ESCAPES.get(character);
        if (known != null) {
            return known;
        }
        boolean unsafe = character < ' ' || "<>&\u2028\u2029".indexOf(character) >= 0;
        return unsafe ? String.format("\\u%04x", character) : Character.toString(character);
    }
}
