// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.secret;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Where a secret comes from. Only configuration names one, never a request. */
public sealed interface SecretSource {
    /** When it is the value of an environment variable: {@code env:NAME}. */
    record Variable(String name) implements SecretSource {
        @Override
        public String toString() {
            return "env:" + name;
        }
    }

    /** When it is the content of a file that only its owner may read: {@code file:/path}. */
    record SecretFile(Path path) implements SecretSource {
        @Override
        public String toString() {
            return "file:" + path;
        }
    }

    /** When it is an item of the keychain that the caller can open: {@code keychain:ITEM}. (Apple, security(1).) */
    record Keychain(String item) implements SecretSource {
        @Override
        public String toString() {
            return "keychain:" + item;
        }
    }

    /** When a program prints it: {@code command:["op","read","op://vault/item/field"]}, an argument array, never a shell. */
    record Command(List<String> arguments) implements SecretSource {
        public Command {
            arguments = List.copyOf(arguments);
        }

        /** Names the program only: its arguments are nobody's business. */
        @Override
        public String toString() {
            return "command:" + arguments.get(0);
        }
    }

    /**
     * Reads the written form of a source.
     *
     * @throws SecretSourceMalformedException when it is none of the four
     */
    static SecretSource parse(String text) {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        return switch (colon < 0 ? "" : text.substring(0, colon)) {
            case "env" -> variable(rest);
            case "file" -> file(rest);
            case "keychain" -> keychain(rest);
            case "command" -> new Command(ArgumentArray.parse(rest));
            default ->
                throw new SecretSourceMalformedException(
                        "a secret is never written where its source is expected; write env:NAME, file:/path, keychain:ITEM or command:[\"program\",\"argument\"]");
        };
    }

    private static SecretSource variable(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new SecretSourceMalformedException(
                    "env: must be followed by the name of an environment variable: letters, digits and _");
        }
        return new Variable(name);
    }

    private static SecretSource file(String text) {
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) {
                return new SecretFile(path.normalize());
            }
        } catch (InvalidPathException e) {
            throw new SecretSourceMalformedException(
                    "file: must be followed by an absolute path: file:/etc/cmdm/mdm.key");
        }
        throw new SecretSourceMalformedException("file: must be followed by an absolute path: file:/etc/cmdm/mdm.key");
    }

    private static SecretSource keychain(String item) {
        if (item.isBlank() || item.startsWith("-") || item.chars().anyMatch(Character::isISOControl)) {
            throw new SecretSourceMalformedException(
                    "keychain: must be followed by the name of an item, which begins with no dash");
        }
        return new Keychain(item);
    }
}
