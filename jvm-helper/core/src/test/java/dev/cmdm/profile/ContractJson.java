// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.PlistValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Property-list values as the vectors hold them in JSON, both ways; {@code docs/fingerprint.md}, section 1. */
final class ContractJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ContractJson() {}

    static PlistValue read(JsonNode node) {
        if (node.isObject()) {
            return object((ObjectNode) node);
        } else if (node.isArray()) {
            List<PlistValue> items = new ArrayList<>();
            node.values().stream().filter(item -> !item.isNull()).forEach(item -> items.add(read(item)));
            return new PlistValue.Array(items);
        } else if (node.isString()) {
            return new PlistValue.Text(node.stringValue());
        } else if (node.isIntegralNumber()) {
            return new PlistValue.Int(node.bigIntegerValue());
        } else if (node.isNumber()) {
            return new PlistValue.Real(node.doubleValue());
        }
        return new PlistValue.Bool(node.booleanValue());
    }

    private static PlistValue object(ObjectNode node) {
        String only = node.size() == 1 ? node.propertyNames().iterator().next() : "";
        return switch (only) {
            case "$data" ->
                new PlistValue.Data(
                        new Bytes(Base64.getDecoder().decode(node.get(only).stringValue())));
            case "$date" -> new PlistValue.Date(Instant.parse(node.get(only).stringValue()));
            case "$dict" -> members((ObjectNode) node.get(only));
            default -> members(node);
        };
    }

    private static PlistValue.Dict members(ObjectNode node) {
        Map<String, PlistValue> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!entry.getValue().isNull()) {
                entries.put(entry.getKey(), read(entry.getValue()));
            }
        }
        return new PlistValue.Dict(entries);
    }

    static JsonNode write(PlistValue value) {
        return value.match(new PlistValue.Cases<>() {
            @Override
            public JsonNode dict(PlistValue.Dict dict) {
                ObjectNode node = NODES.objectNode();
                dict.entries().forEach((key, member) -> node.set(key, write(member)));
                boolean mistakable = node.size() == 1
                        && node.propertyNames().iterator().next().startsWith("$");
                return mistakable ? NODES.objectNode().set("$dict", node) : node;
            }

            @Override
            public JsonNode array(PlistValue.Array array) {
                ArrayNode node = NODES.arrayNode();
                array.items().forEach(item -> node.add(write(item)));
                return node;
            }

            @Override
            public JsonNode text(PlistValue.Text text) {
                return NODES.stringNode(text.value());
            }

            @Override
            public JsonNode data(PlistValue.Data data) {
                return NODES.objectNode()
                        .put(
                                "$data",
                                Base64.getEncoder().encodeToString(data.bytes().toArray()));
            }

            @Override
            public JsonNode date(PlistValue.Date date) {
                return NODES.objectNode().put("$date", date.instant().toString());
            }

            @Override
            public JsonNode integer(PlistValue.Int integer) {
                return NODES.numberNode(integer.value());
            }

            @Override
            public JsonNode real(PlistValue.Real real) {
                return NODES.numberNode(real.value());
            }

            @Override
            public JsonNode bool(PlistValue.Bool bool) {
                return NODES.booleanNode(bool.value());
            }
        });
    }
}
