// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.wire;

/** Finds the first JSON value of a text and complains in the words of Go's encoding/json scanner. */
final class GoJsonScanner {
    private static final int MAX_DEPTH = 1000;

    private final String text;
    private int at;

    private GoJsonScanner(String text) {
        this.text = text;
    }

    /** The text of the first value; what follows it is left alone, as Go's Decoder leaves it. */
    static String firstValue(String text) throws GoSyntaxException {
        var scanner = new GoJsonScanner(text);
        scanner.skipSpace();
        if (scanner.at == text.length()) {
            throw new GoSyntaxException("EOF");
        }
        int start = scanner.at;
        scanner.value(0);
        return text.substring(start, scanner.at);
    }

    private void value(int depth) throws GoSyntaxException {
        if (depth > MAX_DEPTH) {
            throw new GoSyntaxException("exceeded max depth");
        }
        switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        }
    }

    private void object(int depth) throws GoSyntaxException {
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            return;
        }
        do {
            skipSpace();
            if (peek() != '"') {
                throw invalid("looking for beginning of object key string");
            }
            string();
            skipSpace();
            if (peek() != ':') {
                throw invalid("after object key");
            }
            at++;
            skipSpace();
            value(depth + 1);
        } while (more('}', "after object key:value pair"));
    }

    private void array(int depth) throws GoSyntaxException {
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            return;
        }
        do {
            skipSpace();
            value(depth + 1);
        } while (more(']', "after array element"));
    }

    private boolean more(char end, String place) throws GoSyntaxException {
        skipSpace();
        char next = peek();
        if (next != ',' && next != end) {
            throw invalid(place);
        }
        at++;
        return next == ',';
    }

    private void string() throws GoSyntaxException {
        at++;
        while (peek() != '"') {
            if (peek() < ' ') {
                throw invalid("in string literal");
            }
            if (peek() == '\\') {
                at++;
                escape();
            }
            at++;
        }
        at++;
    }

    private void escape() throws GoSyntaxException {
        if (peek() == 'u') {
            for (int digit = 0; digit < 4; digit++) {
                at++;
                if (Character.digit(peek(), 16) < 0) {
                    throw invalid("in \\u hexadecimal character escape");
                }
            }
        } else if ("\"\\/bfnrt".indexOf(peek()) < 0) {
            throw invalid("in string escape code");
        }
    }

    private void literal(String word) throws GoSyntaxException {
        for (int letter = 0; letter < word.length(); letter++, at++) {
            if (peek() != word.charAt(letter)) {
                throw invalid("in literal " + word + " (expecting '" + word.charAt(letter) + "')");
            }
        }
    }

    private void number() throws GoSyntaxException {
        boolean negative = peek() == '-';
        if (negative) {
            at++;
        }
        if (!isDigit(peek())) {
            throw invalid(negative ? "in numeric literal" : "looking for beginning of value");
        }
        boolean zero = text.charAt(at) == '0';
        at++;
        if (!zero) {
            digits();
        }
        if (found(".")) {
            digit("after decimal point in numeric literal");
        }
        if (found("eE")) {
            found("+-");
            digit("in exponent of numeric literal");
        }
    }

    private boolean found(String characters) {
        boolean found = at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
        if (found) {
            at++;
        }
        return found;
    }

    private void digit(String place) throws GoSyntaxException {
        if (!isDigit(peek())) {
            throw invalid(place);
        }
        digits();
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private char peek() throws GoSyntaxException {
        if (at == text.length()) {
            throw new GoSyntaxException("unexpected EOF");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private GoSyntaxException invalid(String place) {
        return new GoSyntaxException("invalid character " + quoted(text.codePointAt(at)) + " " + place);
    }

    private static String quoted(int character) {
        return switch (character) {
            case '\'' -> "'\\''";
            case '\n' -> "'\\n'";
            case '\r' -> "'\\r'";
            case '\t' -> "'\\t'";
            case '\\' -> "'\\\\'";
            default ->
                character < ' ' ? String.format("'\\x%02x'", character) : "'" + Character.toString(character) + "'";
        };
    }
}
