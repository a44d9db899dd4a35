// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.wire;

import com.dd.plist.BinaryPropertyListParser;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;
import com.dd.plist.PropertyListFormatException;
import com.dd.plist.XMLPropertyListParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Property lists as both servers read them, with the complaints of the reader they share (groob/plist). */
public final class GoPlist {
    private static final byte[] BINARY = "bplist".getBytes(StandardCharsets.US_ASCII);

    private GoPlist() {}

    /**
     * Reads XML only, as MicroMDM does.
     *
     * @throws GoSyntaxException with Go's words if the body is not a dictionary
     */
    public static NSDictionary xml(byte[] body) throws GoSyntaxException {
        requireXml(body);
        return dictionary(body);
    }

    /**
     * Reads XML or binary, as NanoMDM does.
     *
     * @throws GoSyntaxException with Go's words if the body is not a dictionary
     */
    public static NSDictionary any(byte[] body) throws GoSyntaxException {
        if (!isBinary(body)) {
            requireXml(body);
        }
        return dictionary(body);
    }

    private static boolean isBinary(byte[] body) {
        return body.length >= BINARY.length && Arrays.equals(body, 0, BINARY.length, BINARY, 0, BINARY.length);
    }

    private static void requireXml(byte[] body) throws GoSyntaxException {
        var text = utf8(body).stripLeading();
        if (text.isEmpty()) {
            throw new GoSyntaxException("EOF");
        }
        if (!text.startsWith("<")) {
            throw new GoSyntaxException("plist: unexpected non-empty xml.CharData");
        }
    }

    private static String utf8(byte[] body) throws GoSyntaxException {
        var bytes = ByteBuffer.wrap(body);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw syntaxError(lineAt(body, bytes.position()), "invalid UTF-8");
        }
    }

    private static int lineAt(byte[] body, int position) {
        int line = 1;
        for (int at = 0; at < position; at++) {
            line += body[at] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static NSDictionary dictionary(byte[] body) throws GoSyntaxException {
        try {
            if ((isBinary(body) ? BinaryPropertyListParser.parse(body) : parsed(body)) instanceof NSDictionary read) {
                return read;
            }
            throw new GoSyntaxException("plist: root element is not a dict");
        } catch (SAXParseException e) {
            throw syntaxError(e.getLineNumber(), atEnd(e) ? "unexpected EOF" : String.valueOf(e.getMessage()));
        } catch (SAXException
                | IOException
                | ParserConfigurationException
                | PropertyListFormatException
                | RuntimeException e) {
            // dd-plist answers some malformed lists with exceptions of the run time.
            throw new GoSyntaxException("plist: " + e.getMessage());
        }
    }

    private static NSObject parsed(byte[] body)
            throws SAXException, IOException, ParserConfigurationException, PropertyListFormatException {
        var builder = XMLPropertyListParser.getDocBuilder();
        // The builder's own handler would print what it throws.
        builder.setErrorHandler(new DefaultHandler());
        return XMLPropertyListParser.parse(builder.parse(new ByteArrayInputStream(withoutLeadingSpace(body))));
    }

    /** Go's XML reader allows white space before the declaration, Java's does not. */
    private static byte[] withoutLeadingSpace(byte[] body) {
        int start = 0;
        while (Character.isWhitespace(body[start])) {
            start++;
        }
        return Arrays.copyOfRange(body, start, body.length);
    }

    private static boolean atEnd(SAXParseException e) {
        return String.valueOf(e.getMessage()).contains("must start and end within the same entity")
                || String.valueOf(e.getMessage()).contains("end-tag");
    }

    private static GoSyntaxException syntaxError(int line, String problem) {
        return new GoSyntaxException("XML syntax error on line " + line + ": " + problem);
    }
}
