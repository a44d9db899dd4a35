// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Bool;
import dev.cmdm.plist.PlistValue.Data;
import dev.cmdm.plist.PlistValue.Date;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Int;
import dev.cmdm.plist.PlistValue.Real;
import dev.cmdm.plist.PlistValue.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The tree that the JDK's own parser sees; knows nothing of how ours works. */
final class StaxOracle {
    private static final XMLInputFactory FACTORY = factory();
    private static final SAXParser SAX = sax();

    private final XMLStreamReader reader;

    private StaxOracle(XMLStreamReader reader) {
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Whether the JDK's other parser, which keeps its complaints to itself, reads to the end. */
    static boolean isWellFormed(byte[] xml) {
        try {
            SAX.reset();
            SAX.parse(new ByteArrayInputStream(xml), new Silent());
            return true;
        } catch (SAXException | IOException e) {
            return false;
        }
    }

    private static SAXParser sax() {
        try {
            return SAXParserFactory.newDefaultInstance().newSAXParser();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Silent extends DefaultHandler {
        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            return new InputSource(new StringReader(""));
        }
    }

    static PlistValue read(byte[] xml) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
        StaxOracle oracle = new StaxOracle(reader);
        oracle.nextTag();
        oracle.nextTag();
        PlistValue value = oracle.value();
        while (reader.hasNext()) {
            reader.next();
        }
        return value;
    }

    private boolean nextTag() throws XMLStreamException {
        while (true) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return event == XMLStreamConstants.START_ELEMENT;
            }
        }
    }

    private PlistValue value() throws XMLStreamException {
        return switch (reader.getLocalName()) {
            case "dict" -> dict();
            case "array" -> array();
            case "true" -> bool(true);
            case "false" -> bool(false);
            case "string" -> new Text(reader.getElementText());
            case "integer" -> new Int(integer(reader.getElementText().strip()));
            case "real" -> new Real(real(reader.getElementText().strip()));
            case "date" -> new Date(Instant.parse(reader.getElementText()));
            case "data" ->
                Data.of(Base64.getDecoder().decode(reader.getElementText().replaceAll("\\s", "")));
            default -> throw new XMLStreamException("unexpected element");
        };
    }

    private Bool bool(boolean value) throws XMLStreamException {
        nextTag();
        return new Bool(value);
    }

    private Array array() throws XMLStreamException {
        List<PlistValue> items = new ArrayList<>();
        while (nextTag()) {
            items.add(value());
        }
        return new Array(items);
    }

    private Dict dict() throws XMLStreamException {
        Map<String, PlistValue> entries = new LinkedHashMap<>();
        while (nextTag()) {
            String key = reader.getElementText();
            nextTag();
            entries.put(key, value());
        }
        return new Dict(entries);
    }

    private static BigInteger integer(String text) {
        String digits = text.replaceAll("[-+\\s]", "").toLowerCase(Locale.ROOT);
        BigInteger magnitude =
                digits.startsWith("0x") ? new BigInteger(digits.substring(2), 16) : new BigInteger(digits);
        return text.startsWith("-") ? magnitude.negate() : magnitude;
    }

    private static double real(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
