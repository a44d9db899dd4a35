// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import dev.cmdm.plist.PlistDocument.Encoding;
import java.nio.charset.StandardCharsets;

/**
 * Reads property lists strictly: whatever readers differ on is refused, whatever does no harm is tolerated with a
 * warning. Thread-safe; opens no file and no connection.
 */
public final class PlistReader {
    private static final String BINARY = "bplist";

    private final PlistLimits limits;

    /** A reader that takes no more than the limits allow. */
    public PlistReader(PlistLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads one property list, XML or binary.
     *
     * @throws PlistException one class per rule that the bytes break
     */
    public PlistDocument read(byte[] bytes) {
        if (bytes.length > limits.bytes()) {
            throw TooLargeException.bytes(bytes.length, limits.bytes());
        } else if (starts(bytes, BINARY)) {
            return new PlistDocument(new BinaryPlistReader(bytes, limits).read(), Encoding.BINARY, java.util.List.of());
        }
        Warnings warnings = new Warnings();
        PlistValue root = readXml(bytes, warnings);
        return new PlistDocument(root, Encoding.XML, warnings.found());
    }

    private PlistValue readXml(byte[] bytes, Warnings warnings) {
        if (XmlEncoding.isWide(bytes)) {
            return readText(new XmlCursor(XmlEncoding.fromWide(bytes), 0, warnings), true);
        } else if (XmlEncoding.isUnmarkedWide(bytes)) {
            throw new MalformedXmlException("UTF-16 without a byte order mark; save the file as UTF-8", Place.TOP);
        } else if (!XmlEncoding.isMarkedUtf8(bytes)) {
            return readText(new XmlCursor(bytes, 0, warnings), false);
        }
        XmlCursor in = new XmlCursor(bytes, 3, warnings);
        in.warn("byte-order-mark", "a byte order mark before the text", in.at);
        return readText(in, false);
    }

    private PlistValue readText(XmlCursor in, boolean wide) {
        if (in.skipSpace()) {
            in.warn("leading-space", "white space before the text", in.at);
        }
        if (HtmlEscaped.startsAt(in)) {
            in.warn("html-escaped", "the XML is escaped as in a web page and was unescaped once", in.at);
            return readMarkup(new XmlCursor(HtmlEscaped.unescape(in), 0, in.warnings), wide);
        } else if (in.peek(0) != '<') {
            throw new NotAPropertyListException(OtherFormat.describe(in), Place.TOP);
        }
        return readMarkup(in, wide);
    }

    private PlistValue readMarkup(XmlCursor in, boolean wide) {
        int open = in.at;
        String declared = XmlProlog.declaredEncoding(in);
        if (wide) {
            if (declared != null && !declared.equals("UTF-16")) {
                throw in.malformed("the declaration names another encoding than the one the text is in", open);
            }
            return new XmlPlistReader(in, limits).read(in.at > open);
        }
        byte[] text = XmlEncoding.from(in.bytes, declared, in);
        XmlCursor decoded = text == in.bytes ? in : in.over(text);
        return new XmlPlistReader(decoded, limits).read(in.at > open);
    }

    private static boolean starts(byte[] bytes, String ascii) {
        byte[] first = ascii.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= first.length && java.util.Arrays.equals(bytes, 0, first.length, first, 0, first.length);
    }
}
