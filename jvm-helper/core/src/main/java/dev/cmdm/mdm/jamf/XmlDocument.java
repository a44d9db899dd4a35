// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.plist.Bytes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML as the Classic API speaks it. What comes is data from elsewhere: no document type, no entity but XML's own five,
 * no more than 32 levels; how long it may be the caller of the server decides.
 */
final class XmlDocument {
    private static final int DEEPEST = 32;
    private static final List<String> ENTITY_LIMITS = List.of(
            "jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit", "jdk.xml.entityExpansionLimit");

    private static final XMLInputFactory READERS = readers();

    private XmlDocument() {}

    /** The element that a document is, or nothing when it is not what is said above. */
    static Optional<XmlElement> find(Bytes document) {
        try {
            XMLStreamReader reader = READERS.createXMLStreamReader(new ByteArrayInputStream(document.toArray()));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    static byte[] write(XmlElement element) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        write(element, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<XmlElement> read(XMLStreamReader reader) throws XMLStreamException {
        Optional<XmlElement> root = Optional.empty();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                return Optional.empty();
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                root = Optional.of(element(reader, 1));
            }
        }
        return root;
    }

    /** The element that begins here, to its end. */
    private static XmlElement element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("too deep");
        }
        String name = reader.getLocalName();
        StringBuilder text = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("an entity of its own");
                default -> {}
            }
        }
        return new XmlElement(name, children.isEmpty() ? text.toString() : "", children);
    }

    private static void write(XmlElement element, StringBuilder out) {
        out.append('<').append(element.name()).append('>');
        escape(element.text(), out);
        element.children().forEach(child -> write(child, out));
        out.append("</").append(element.name()).append('>');
    }

    /** A carriage return as a reference, for a reader makes a newline of one that stands there itself. */
    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                default -> out.append(c);
            }
        }
    }

    /** Java 24 and later count XML's own five towards limits on entities; there are no others here, so none are set. */
    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        ENTITY_LIMITS.forEach(limit -> factory.setProperty(limit, "0"));
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }
}
