// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.config;

import dev.cmdm.secret.SecretException;
import dev.cmdm.secret.SecretSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** What the text of a setting must be. */
enum Kind {
    /** One word. */
    WORD("one word"),
    /** A URL that holds no credential. */
    URL("an http or https URL without user or password"),
    /** Where a secret comes from; anything else may be the secret itself. */
    SOURCE("a source, such as file:/path, env:NAME, keychain:NAME or command:[…]; never the secret itself"),
    /** A file of this machine. */
    FILE("an absolute path"),
    /** A file of this machine, or an identity in a keychain. */
    IDENTITY("an absolute path, or keychain:NAME"),
    /** True or false. */
    FLAG("true or false"),
    /** A whole number from 0 up. */
    COUNT("a whole number from 0 to 2147483647"),
    /** Names of letters and digits. */
    NAMES("names of letters and digits, a comma between two"),
    /** Whether anything may be changed. */
    MODE("enforce or audit");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** In words, what follows {@code must be}. */
    String words() {
        return words;
    }

    boolean accepts(String text) {
        return switch (this) {
            case WORD -> !text.isBlank();
            case URL -> isUrl(text);
            case SOURCE -> isSource(text);
            case FILE -> isFile(text);
            case IDENTITY -> isFile(text) || isKeychain(text);
            case FLAG -> List.of("true", "false").contains(text);
            case COUNT -> isCount(text);
            case NAMES -> text.matches("[A-Za-z0-9]+(\\s*,\\s*[A-Za-z0-9]+)*");
            case MODE -> List.of("enforce", "audit").contains(text);
        };
    }

    /** A text that was accepted, without what is nobody's business. */
    String shown(String text) {
        return this == SOURCE ? SecretSource.parse(text).toString() : text;
    }

    private static boolean isUrl(String text) {
        try {
            URI url = new URI(text);
            boolean http = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            return http && url.getHost() != null && url.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isSource(String text) {
        try {
            SecretSource.parse(text);
            return true;
        } catch (SecretException e) {
            return false;
        }
    }

    private static boolean isFile(String text) {
        return text.startsWith("/") && text.length() > 1 && text.indexOf('\0') < 0;
    }

    private static boolean isKeychain(String text) {
        return text.startsWith("keychain:")
                && !text.substring("keychain:".length()).isBlank();
    }

    private static boolean isCount(String text) {
        try {
            return Integer.parseInt(text) >= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
