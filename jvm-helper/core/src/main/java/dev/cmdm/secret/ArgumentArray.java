// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.secret;

import java.util.ArrayList;
import java.util.List;

/** Reads a program and its arguments, written as a JSON array of strings; settings keep them in one line of text. */
final class ArgumentArray {
    private static final String FORM =
            "command: must be followed by a program and its arguments as a JSON array of strings: command:[\"/usr/local/bin/op\",\"read\",\"op://vault/item/field\"]";

    private final String text;
    private int next;

    private ArgumentArray(String text) {
        this.text = text.strip();
    }

    /**
     * The strings of an array, at least one; the first names a program and is not blank.
     *
     * @throws SecretSourceMalformedException when it is anything else
     */
    static List<String> parse(String text) {
        List<String> arguments = new ArgumentArray(text).read();
        if (arguments.get(0).isBlank() || arguments.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            throw malformed();
        }
        return arguments;
    }

    private List<String> read() {
        List<String> items = new ArrayList<>();
        expect('[');
        do {
            skipSpace();
            items.add(string());
            skipSpace();
        } while (accept(','));
        expect(']');
        if (next != text.length()) {
            throw malformed();
        }
        return items;
    }

    private String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        for (char c = take(); c != '"'; c = take()) {
            if (c < ' ') {
                throw malformed();
            }
            value.append(c == '\\' ? escaped(take()) : c);
        }
        return value.toString();
    }

    private char escaped(char kind) {
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed();
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(take(), 16);
            if (digit < 0) {
                throw malformed();
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private void skipSpace() {
        while (next < text.length() && " \t\r\n".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
    }

    private boolean accept(char wanted) {
        boolean found = next < text.length() && text.charAt(next) == wanted;
        next += found ? 1 : 0;
        return found;
    }

    private void expect(char wanted) {
        if (!accept(wanted)) {
            throw malformed();
        }
    }

    private char take() {
        if (next == text.length()) {
            throw malformed();
        }
        return text.charAt(next++);
    }

    private static SecretSourceMalformedException malformed() {
        return new SecretSourceMalformedException(FORM);
    }
}
