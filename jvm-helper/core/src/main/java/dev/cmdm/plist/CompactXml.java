// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/**
 * Writes the smallest XML form of a value that every reader takes for the same: no white space, no document type, short
 * forms of tags and references. It begins with an XML declaration, by which MicroMDM tells XML from an envelope. Reals
 * keep their point, because readers exist that make an integer of one without. Equal values give equal bytes.
 */
public final class CompactXml {
    private static final String HEAD = "<?xml version=\"1.0\"?><plist>";
    private static final String TAIL = "</plist>";

    private CompactXml() {}

    /**
     * Writes a property list that {@link PlistReader} reads back equal and without a warning.
     *
     * @throws UnwritableException if a value has no XML form
     * @throws TooDeepException if it is nested beyond what is read
     */
    public static byte[] write(PlistValue value) {
        XmlOutput out = new XmlOutput();
        out.ascii(HEAD);
        value.match(new XmlWriter(out, XmlStyle.COMPACT));
        return out.ascii(TAIL).toBytes();
    }
}
