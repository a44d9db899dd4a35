// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An element of the Classic API's XML, which has neither attributes nor text beside elements.
 *
 * @param text what it says; empty when it has children
 */
record XmlElement(String name, String text, List<XmlElement> children) {
    static XmlElement of(String name, String text) {
        return new XmlElement(name, text, List.of());
    }

    static XmlElement of(String name, XmlElement... children) {
        return new XmlElement(name, "", List.of(children));
    }

    static XmlElement of(String name, List<XmlElement> children) {
        return new XmlElement(name, "", List.copyOf(children));
    }

    /** The document in these bytes; nothing if they are none, or bring a document type. */
    static Optional<XmlElement> find(byte[] body) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            // The builder's own handler would print what it throws.
            builder.setErrorHandler(new DefaultHandler());
            return Optional.of(
                    read(builder.parse(new ByteArrayInputStream(body)).getDocumentElement()));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            return Optional.empty();
        }
    }

    Optional<XmlElement> child(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
    }

    Optional<String> childText(String wanted) {
        return child(wanted).map(XmlElement::text);
    }

    /** The numbers in the id of each child, and what else can name one is left out. */
    List<Integer> ids() {
        return children.stream()
                .flatMap(child -> child.childText("id").stream())
                .filter(id -> id.matches("-?[0-9]{1,9}"))
                .map(Integer::valueOf)
                .toList();
    }

    byte[] document() {
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        write(out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(StringBuilder out) {
        if (text.isEmpty() && children.isEmpty()) {
            out.append('<').append(name).append("/>");
            return;
        }
        out.append('<').append(name).append('>').append(escaped(text));
        children.forEach(child -> child.write(out));
        out.append("</").append(name).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static XmlElement read(Element element) {
        var children = new ArrayList<XmlElement>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(read(child));
            }
        }
        return new XmlElement(
                element.getTagName(), children.isEmpty() ? element.getTextContent() : "", List.copyOf(children));
    }
}
