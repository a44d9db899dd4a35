// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/**
 * Writes the one canonical XML form of a value: the same value gives the same bytes on every machine. Keys are sorted
 * by their UTF-8 bytes, one tab per level, base64 unbroken, numbers in their shortest form, no CDATA.
 */
public final class CanonicalXml {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            """;
    private static final String TAIL = "</plist>\n";

    private CanonicalXml() {}

    /**
     * Writes a property list that {@link PlistReader} reads back equal and without a warning.
     *
     * @throws UnwritableException if a value has no XML form
     * @throws TooDeepException if it is nested beyond what is read
     */
    public static byte[] write(PlistValue value) {
        XmlOutput out = new XmlOutput();
        out.ascii(HEAD);
        value.match(new XmlWriter(out, XmlStyle.CANONICAL));
        out.ascii(TAIL);
        return out.toBytes();
    }
}
