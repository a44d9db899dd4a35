// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

import java.util.Optional;
import java.util.regex.Pattern;

/** What stands between the braces of {@code {{…}}} in a profile that is to be filled. */
sealed interface Placeholder {
    /** When the Mac's serial number is to stand there: {@code {{serial}}}. */
    record Serial() implements Placeholder {}

    /** When the Mac's hardware UUID is to stand there: {@code {{udid}}}. */
    record Udid() implements Placeholder {}

    /** When a secret is to stand there that the helper's configuration names: {@code {{secret:NAME}}}. */
    record Secret(String name) implements Placeholder {}

    /** The beginning of one. */
    String OPENING = "{{";

    /** The end of one. */
    String CLOSING = "}}";

    /** What comes before a secret's name. */
    String SECRET = "secret:";

    /** What a secret may be called. */
    Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** Reads what stands between the braces; nothing when it is none of the three, to the letter. */
    static Optional<Placeholder> find(String word) {
        if (word.equals("serial")) {
            return Optional.of(new Serial());
        } else if (word.equals("udid")) {
            return Optional.of(new Udid());
        }
        return word.startsWith(SECRET) && isName(word.substring(SECRET.length()))
                ? Optional.of(new Secret(word.substring(SECRET.length())))
                : Optional.empty();
    }

    /** Whether a secret may be called so. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
