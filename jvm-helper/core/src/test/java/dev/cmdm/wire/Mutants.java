// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every way to break a document in one place: a field removed, a type changed, a word replaced by an unknown one. */
final class Mutants {
    private final List<Mutant> found = new ArrayList<>();
    private final Object root;

    private Mutants(Object root) {
        this.root = root;
    }

    /**
     * A broken document.
     *
     * @param what how it was broken and where, list positions left out: {@code remove desired.profiles.channel}
     * @param value the document
     */
    record Mutant(String what, Object value) {}

    static List<Mutant> of(Object document) {
        Mutants mutants = new Mutants(document);
        mutants.walk(document, List.of());
        return mutants.found;
    }

    private void walk(Object value, List<Object> path) {
        if (!path.isEmpty()) {
            if (path.get(path.size() - 1) instanceof String) {
                found.add(new Mutant("remove " + words(path), copy(root, path, 0, null)));
            }
            Object other = value instanceof BigInteger || value instanceof Double ? "text" : BigInteger.valueOf(7);
            found.add(new Mutant("retype " + words(path), copy(root, path, 0, other)));
        }
        if (value instanceof String) {
            found.add(new Mutant("unknown " + words(path), copy(root, path, 0, "no-such-word")));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> walk(item, with(path, key)));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(list.get(i), with(path, i));
            }
        }
    }

    private static Object copy(Object value, List<Object> path, int depth, Object replacement) {
        if (depth == path.size()) {
            return replacement;
        }
        Object step = path.get(depth);
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>(map);
            Object changed = copy(map.get(step), path, depth + 1, replacement);
            if (changed == null) {
                copy.remove(step);
            } else {
                copy.put(step, changed);
            }
            return copy;
        }
        List<Object> copy = new ArrayList<>((List<?>) value);
        copy.set((int) step, copy(copy.get((int) step), path, depth + 1, replacement));
        return copy;
    }

    private static List<Object> with(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static String words(List<Object> path) {
        StringBuilder words = new StringBuilder();
        for (Object step : path) {
            if (step instanceof String key) {
                words.append(words.isEmpty() ? "" : ".").append(key);
            }
        }
        return words.toString();
    }
}
