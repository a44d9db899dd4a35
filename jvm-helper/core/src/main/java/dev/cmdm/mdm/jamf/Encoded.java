// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts as they stand in a URL. (RFC 3986, 2.) */
final class Encoded {
    private Encoded() {}

    /** A value in a query, or a step of a path. */
    static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether a text is a number as the server gives them, so that it can stand in a path. */
    static boolean isNumber(String text) {
        return text.matches("[0-9]{1,9}");
    }
}
