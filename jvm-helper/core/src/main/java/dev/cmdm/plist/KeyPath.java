// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The way from the top of a property list to one of its values, such as {@code PayloadContent[0].SSID_STR}. A step
 * costs one small object; the text is made only when someone asks for it.
 */
public final class KeyPath {
    /** The top itself; its text is empty. */
    public static final KeyPath TOP = new KeyPath(null, "", -1);

    private static final int LONGEST_KEY = 200;

    private final @Nullable KeyPath parent;
    private final String key;
    private final int index;

    private KeyPath(@Nullable KeyPath parent, String key, int index) {
        this.parent = parent;
        this.key = key;
        this.index = index;
    }

    /** To the value under a key of the dictionary here. */
    public KeyPath key(String name) {
        return new KeyPath(this, name, -1);
    }

    /** To an item of the array here, counted from 0. */
    public KeyPath item(int number) {
        return new KeyPath(this, "", number);
    }

    /** The place that this path names in something that has no lines. */
    public Place place() {
        return new Place(toString(), 0, 0);
    }

    /** The paths that this one goes through, from the first below the top to itself. */
    Deque<KeyPath> steps() {
        Deque<KeyPath> steps = new ArrayDeque<>();
        for (KeyPath step = this; step.parent != null; step = step.parent) {
            steps.push(step);
        }
        return steps;
    }

    /** The key that the last step goes to; empty where it goes to an item. */
    String lastKey() {
        return key;
    }

    /** The item that the last step goes to, -1 where it goes to a key. */
    int lastIndex() {
        return index;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyPath path && sameSteps(this, path);
    }

    private static boolean sameSteps(KeyPath one, KeyPath other) {
        KeyPath left = one;
        KeyPath right = other;
        while (left.parent != null && right.parent != null) {
            if (left.index != right.index || !left.key.equals(right.key)) {
                return false;
            }
            left = left.parent;
            right = right.parent;
        }
        return left.parent == null && right.parent == null;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (KeyPath step = this; step.parent != null; step = step.parent) {
            hash = 31 * hash + 7 * step.key.hashCode() + step.index;
        }
        return hash;
    }

    /**
     * One line of text. A key that is empty or holds a dot, a bracket, a quote, a backslash or a control character
     * stands in quotes, a very long one is cut.
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        steps().forEach(step -> step.appendTo(text));
        return text.toString();
    }

    private void appendTo(StringBuilder text) {
        if (index >= 0) {
            text.append('[').append(index).append(']');
            return;
        }
        if (!text.isEmpty()) {
            text.append('.');
        }
        String shown = key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) + "…" : key;
        if (shown.isEmpty() || needsQuotes(shown)) {
            appendQuoted(text, shown);
        } else {
            text.append(shown);
        }
    }

    private static void appendQuoted(StringBuilder text, String key) {
        text.append('"');
        for (int i = 0; i < key.length(); i++) {
            char character = key.charAt(i);
            if (breaksLines(character)) {
                text.append(String.format("\\u%04x", (int) character));
            } else {
                text.append(character == '"' || character == '\\' ? "\\" : "").append(character);
            }
        }
        text.append('"');
    }

    private static boolean needsQuotes(String key) {
        char[] characters = key.toCharArray();
        for (char character : characters) {
            if (needsQuotes(character)) {
                return true;
            }
        }
        return false;
    }

    private static boolean needsQuotes(char character) {
        return ".[]\"\\".indexOf(character) >= 0 || breaksLines(character);
    }

    private static boolean breaksLines(char character) {
        return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
    }
}
