// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Explanation;
import dev.cmdm.answer.UnknownNameException;
import dev.cmdm.catalog.Catalogue;
import dev.cmdm.catalog.Kind;
import dev.cmdm.catalog.Near;
import dev.cmdm.catalog.PayloadKey;
import dev.cmdm.catalog.PayloadType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what Apple says of a payload type or a key; both may have dots in their names, so the longest name wins. */
public final class Explaining {
    private static final String APPLE = "com.apple.";
    private static final int SHORTEST_PART = 3;

    private final Catalogue catalogue = Catalogue.apple();

    /** Explains from Apple's schema. */
    public Explaining() {}

    /**
     * What Apple says of {@code TYPE} or {@code TYPE.KEY…}; indexes of items may stand in it, as key paths have them.
     *
     * @throws UnknownNameException when Apple's schema lacks it
     */
    public Explanation explain(String name) {
        String plain = name.replaceAll("\\[\\d*]", "").replace("\"", "");
        PayloadType type = findType(plain).orElseThrow(() -> unknownType(plain));
        String rest = plain.substring(type.name().length());
        return rest.isEmpty()
                ? new Explanation(type, "", Optional.empty())
                : key(type, type.keys(), rest.substring(1), "");
    }

    /** The type whose name is all of the text, or the longest beginning before a dot. */
    private Optional<PayloadType> findType(String text) {
        for (int end = text.length(); end > 0; end = text.lastIndexOf('.', end - 1)) {
            Optional<PayloadType> type = catalogue.find(text.substring(0, end));
            if (type.isPresent()) {
                return type;
            }
        }
        return Optional.empty();
    }

    private UnknownNameException unknownType(String text) {
        for (int end = text.length(); end > 0; end = text.lastIndexOf('.', end - 1)) {
            Optional<String> near = catalogue.findNear(text.substring(0, end));
            if (near.isPresent()) {
                String rest = text.substring(end);
                String of = rest.isEmpty() ? "" : "of ";
                return new UnknownNameException("the payload type " + of + text, near.map(type -> type + rest));
            }
        }
        return new UnknownNameException("the payload type " + text, findFuller(text));
    }

    /** The shortest type with a part that begins as a short name does: com.apple.wifi.managed for wifi and com.apple.wifi. */
    private Optional<String> findFuller(String text) {
        String part = text.startsWith(APPLE) ? text.substring(APPLE.length()) : text;
        if (part.length() < SHORTEST_PART || part.contains(".")) {
            return Optional.empty();
        }
        String begins = "." + part.toLowerCase(Locale.ROOT);
        return catalogue.types().stream()
                .filter(type -> type.toLowerCase(Locale.ROOT).contains(begins))
                .min(Comparator.comparingInt(String::length));
    }

    private static Explanation key(PayloadType type, List<PayloadKey> members, String rest, String above) {
        PayloadKey key = find(members, rest).orElseThrow(() -> unknownKey(type, members, rest, above));
        boolean any = key.name().equals(PayloadKey.ANY);
        int end = any && !starts(rest, key.name()) ? firstDot(rest) : key.name().length();
        String path = above.isEmpty() ? rest.substring(0, end) : above + "." + rest.substring(0, end);
        if (end == rest.length()) {
            return new Explanation(type, path, Optional.of(key));
        }
        return key(type, below(key, rest.substring(end + 1)), rest.substring(end + 1), path);
    }

    /** The members of a dictionary; of an array those of its items, unless the item is named itself. */
    private static List<PayloadKey> below(PayloadKey key, String rest) {
        Optional<PayloadKey> item =
                key.findItem().filter(found -> !starts(rest, found.name()) && found.kind() != Kind.ARRAY);
        return item.map(PayloadKey::members).orElse(key.members());
    }

    private static Optional<PayloadKey> find(List<PayloadKey> members, String rest) {
        return members.stream()
                .filter(key -> starts(rest, key.name()))
                .max((one, other) ->
                        Integer.compare(one.name().length(), other.name().length()))
                .or(() -> members.stream()
                        .filter(key -> key.name().equals(PayloadKey.ANY))
                        .findFirst());
    }

    private static boolean starts(String rest, String name) {
        return rest.equals(name) || rest.startsWith(name + ".");
    }

    private static int firstDot(String rest) {
        int dot = rest.indexOf('.');
        return dot < 0 ? rest.length() : dot;
    }

    private static UnknownNameException unknownKey(
            PayloadType type, List<PayloadKey> members, String rest, String above) {
        String name = rest.substring(0, firstDot(rest));
        String before = type.name() + "." + (above.isEmpty() ? "" : above + ".");
        Optional<String> near =
                Near.find(name, members.stream().map(PayloadKey::name).toList());
        return new UnknownNameException("the key " + before + name, near.map(before::concat));
    }
}
