// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** Text between tags in as few bytes as XML allows: references only where needed, a CDATA section where that is shorter. */
final class ShortText {
    private static final String SECTION = "<![CDATA[";
    private static final String END_OF_SECTION = "]]>";

    private ShortText() {}

    /** Writes text; false if it holds a character that XML does not allow. */
    static boolean write(XmlOutput out, String text) {
        if (!isShorterAsSection(text)) {
            return out.escapedShortly(text);
        }
        out.ascii(SECTION);
        boolean written = out.plain(text);
        out.ascii(END_OF_SECTION);
        return written;
    }

    /** A section can hold neither its own end nor a carriage return, which readers turn into a line feed. */
    private static boolean isShorterAsSection(String text) {
        int more = 0;
        for (int i = 0; i < text.length(); i++) {
            more += switch (text.charAt(i)) {
                case '<' -> "&lt;".length() - 1;
                case '&' -> "&amp;".length() - 1;
                default -> 0;
            };
        }
        return more > SECTION.length() + END_OF_SECTION.length()
                && text.indexOf('\r') < 0
                && !text.contains(END_OF_SECTION);
    }
}
