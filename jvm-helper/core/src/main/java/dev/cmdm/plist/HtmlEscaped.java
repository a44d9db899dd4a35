// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.util.Arrays;

/** XML that was escaped as if it were text, as some servers hand it out: an angle bracket stands as a reference. */
final class HtmlEscaped {
    private HtmlEscaped() {}

    /** Whether escaped markup stands at an offset. */
    static boolean startsAt(XmlCursor in) {
        return in.holds(in.at, "&lt;?xml") || in.holds(in.at, "&lt;!DOCTYPE") || in.holds(in.at, "&lt;plist");
    }

    /** The text with its references resolved once, from where the cursor stands. */
    static byte[] unescape(XmlCursor in) {
        byte[] text = new byte[in.end - in.at];
        int filled = 0;
        while (!in.atEnd()) {
            if (in.peek(0) == '&') {
                filled = Utf8.put(XmlReference.read(in), text, filled);
            } else {
                text[filled++] = in.bytes[in.at++];
            }
        }
        return Arrays.copyOf(text, filled);
    }
}
