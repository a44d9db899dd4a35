// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.PlistValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The one definition of a password-like key: what stands under it may be short enough to be guessed from
 * an unkeyed digest, and is never shown. It goes by the last word of the key, so that
 * {@code IncomingPassword} is one and {@code passwordContentRegex} is none, and it needs a value that can
 * hold a secret: {@code allowPassword} is true or false. Apple's own (Password, AutologinPassword,
 * RemovalPassword, SharedSecret, Challenge, RegistrationToken …) are among them.
 */
public final class SecretKeys {
    /**
     * Words that end no other word of English, so that they are recognised in a key without capitals too; none ends in
     * s.
     */
    private static final List<String> ENDINGS = List.of(
            "password",
            "passwd",
            "passphrase",
            "passcode",
            "secret",
            "privatekey",
            "secretkey",
            "sharedkey",
            "apikey",
            "accesskey",
            "authkey",
            "encryptionkey",
            "recoverykey",
            "licensekey");

    /** Words that end others, such as betoken and spin, and count only where a word begins. */
    private static final List<String> WORDS = List.of("token", "challenge", "pass", "pwd", "pin", "psk");

    private SecretKeys() {}

    /** Whether a key is password-like, one of several such values (Passwords) included. */
    public static boolean matches(String key) {
        String lower = lettersAndNumbers(key).toLowerCase(Locale.ROOT);
        int singular = lower.endsWith("s") ? lower.length() - 1 : lower.length();
        for (String word : ENDINGS) {
            if (lower.startsWith(word, singular - word.length())) {
                return true;
            }
        }
        for (String word : WORDS) {
            if (endsInWord(key, word)) {
                return true;
            }
        }
        return false;
    }

    /** Every key of every profile comes here, and most hold nothing else. */
    private static String lettersAndNumbers(String key) {
        char[] characters = key.toCharArray();
        for (char character : characters) {
            if (!isAsciiLetterOrDigit(character)) {
                return withoutOthers(key);
            }
        }
        return key;
    }

    private static String withoutOthers(String key) {
        StringBuilder kept = new StringBuilder(key.length());
        key.codePoints().filter(SecretKeys::isLetterOrNumber).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isAsciiLetterOrDigit(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    private static boolean isLetterOrNumber(int character) {
        return switch (Character.getType(character)) {
            case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetterOrDigit(character);
        };
    }

    /** Where a profile or payload holds a value under a password-like key, in its own order. */
    public static List<KeyPath> in(PlistValue.Dict content) {
        List<KeyPath> found = new ArrayList<>();
        search(KeyPath.TOP, content, false, found);
        return found;
    }

    private static void search(KeyPath path, PlistValue value, boolean secret, List<KeyPath> found) {
        if (value instanceof PlistValue.Dict dict) {
            for (Map.Entry<String, PlistValue> entry : dict.entries().entrySet()) {
                boolean names = mayHold(entry.getValue()) && matches(entry.getKey());
                search(path.key(entry.getKey()), entry.getValue(), names, found);
            }
        } else if (value instanceof PlistValue.Array array) {
            for (int index = 0; index < array.items().size(); index++) {
                search(path.item(index), array.items().get(index), secret, found);
            }
        } else if (secret && holds(value)) {
            found.add(path);
        }
    }

    /** Whether it matters what a value's key is called. */
    private static boolean mayHold(PlistValue value) {
        return value instanceof PlistValue.Array || holds(value);
    }

    /** Whether a value can be a secret: something is there, and more than a yes or no. */
    private static boolean holds(PlistValue value) {
        if (value instanceof PlistValue.Text text) {
            return !text.value().isEmpty();
        }
        return value instanceof PlistValue.Int
                || (value instanceof PlistValue.Data data && data.bytes().size() > 0);
    }

    private static boolean endsInWord(String key, String word) {
        int start = key.length() - word.length();
        if (start < 0 || !key.regionMatches(true, start, word, 0, word.length())) {
            return false;
        }
        return start == 0 || !Character.isLetter(key.charAt(start - 1)) || beginsInCapital(key, start);
    }

    /** Whether a word of a key in capitals begins here, as in userToken and in DBPwd. */
    private static boolean beginsInCapital(String key, int start) {
        return Character.isUpperCase(key.charAt(start))
                && (Character.isLowerCase(key.charAt(start - 1)) || Character.isLowerCase(key.charAt(start + 1)));
    }
}
