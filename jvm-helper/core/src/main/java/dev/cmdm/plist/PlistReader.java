// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import dev.cmdm.plist.PlistDocument.Encoding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads property lists strictly: whatever readers differ on is refused, whatever does no harm is tolerated with a
 * warning. Thread-safe; opens no file and no connection.
 */
public final class PlistReader {
    private static final String BINARY = "bplist";

    private final PlistLimits limits;
    private final XmlValues.Maker values;

    /** A reader that takes no more than the limits allow. */
    public PlistReader(PlistLimits limits) {
        this(limits, XmlValues::new);
    }

    /** A reader that has the values of XML read by what the maker makes. */
    PlistReader(PlistLimits limits, XmlValues.Maker values) {
        this.limits = limits;
        this.values = values;
    }

    /**
     * Reads one property list, XML or binary.
     *
     * @throws PlistException one class per rule that the bytes break
     */
    public PlistDocument read(byte[] bytes) {
        if (bytes.length > limits.bytes()) {
            throw TooLargeException.bytes(bytes.length, limits.bytes());
        } else if (isBinary(bytes)) {
            return new PlistDocument(new BinaryPlistReader(bytes, limits).read(), Encoding.BINARY, List.of());
        }
        Warnings warnings = new Warnings();
        PlistValue root = readXml(bytes, warnings);
        return new PlistDocument(root, Encoding.XML, warnings.found());
    }

    private PlistValue readXml(byte[] bytes, Warnings warnings) {
        if (XmlEncoding.isWide(bytes)) {
            return readText(marked(XmlEncoding.fromWide(bytes), 0, warnings), "UTF-16");
        } else if (XmlEncoding.isUnmarkedWide(bytes)) {
            throw new MalformedXmlException("UTF-16 without a byte order mark; save the file as UTF-8", Place.TOP);
        } else if (XmlEncoding.isMarkedUtf8(bytes)) {
            return readText(marked(bytes, 3, warnings), "UTF-8");
        }
        return readText(new XmlCursor(bytes, 0, warnings), null);
    }

    private static XmlCursor marked(byte[] utf8, int start, Warnings warnings) {
        XmlCursor in = new XmlCursor(utf8, start, warnings);
        in.warn("byte-order-mark", "a byte order mark before the text", in.at);
        return in;
    }

    /** Reads text; if its encoding is known, the declaration must not name another. */
    private PlistValue readText(XmlCursor in, @Nullable String known) {
        if (in.skipSpace()) {
            in.warn("leading-space", "white space before the text", 0);
        }
        if (HtmlEscaped.startsAt(in)) {
            in.warn("html-escaped", "the XML is escaped as in a web page and was unescaped once", in.at);
            XmlCursor unescaped = new XmlCursor(HtmlEscaped.unescape(in), 0, in.warnings);
            return readMarkup(unescaped, known == null ? "UTF-8" : known);
        } else if (in.peek(0) != '<') {
            throw new NotAPropertyListException(OtherFormat.describe(in), Place.TOP);
        }
        return readMarkup(in, known);
    }

    private PlistValue readMarkup(XmlCursor in, @Nullable String known) {
        int open = in.at;
        String declared = XmlProlog.declaredEncoding(in);
        boolean isDeclared = in.at > open;
        if (declared == null || declared.equals(known)) {
            return new XmlPlistReader(in, limits, values).read(isDeclared);
        } else if (known != null) {
            throw in.malformed("the declaration names another encoding than the one the text is in", open);
        }
        return new XmlPlistReader(XmlEncoding.declared(in, declared), limits, values).read(isDeclared);
    }

    /** Whether bytes are, or were meant as, Apple's binary format. */
    static boolean isBinary(byte[] bytes) {
        byte[] first = BINARY.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= first.length && Arrays.equals(bytes, 0, first.length, first, 0, first.length);
    }
}
