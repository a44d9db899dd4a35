// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import java.nio.charset.StandardCharsets;

/**
 * The sentences by which {@code profiles} says that there is no profile. Only a sentence that stands
 * alone counts: beside any other text it could belong to a failure.
 */
public final class Sentences {
    private static final String NONE = "There are no configuration profiles installed";
    private static final int LONGEST = 1024;

    private Sentences() {}

    /** Whether output says, and says nothing else, that no profile is installed. */
    public static boolean nothingInstalled(byte[] output) {
        return output.length <= LONGEST && nothingInstalled(new String(output, StandardCharsets.UTF_8));
    }

    static boolean nothingInstalled(String text) {
        String sentence = text.strip();
        if (!sentence.startsWith(NONE) || sentence.lines().count() != 1) {
            return false;
        }
        String where = sentence.substring(NONE.length());
        return where.isEmpty()
                || where.equals(" in the system domain")
                || where.equals(" on this system")
                || (where.startsWith(" for user '") && where.endsWith("'"));
    }
}
