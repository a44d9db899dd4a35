// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A page as a tree; it must be well formed. */
final class WebPage {
    private static final String DOCTYPE = "<!DOCTYPE html>\n";

    private final Document document;

    private WebPage(Document document) {
        this.document = document;
    }

    static WebPage of(String source) {
        if (!source.startsWith(DOCTYPE)) {
            throw new AssertionError("the page has no doctype, and a browser would fall back on old habits");
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            InputSource input = new InputSource(new StringReader(source.substring(DOCTYPE.length())));
            return new WebPage(factory.newDocumentBuilder().parse(input));
        } catch (Exception e) {
            throw new AssertionError("the page is not well formed", e);
        }
    }

    /** The elements that a path names. */
    List<Element> find(String path) {
        try {
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            List<Element> found = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                found.add((Element) nodes.item(i));
            }
            return found;
        } catch (XPathExpressionException e) {
            throw new AssertionError(e);
        }
    }

    /** What a reader reads of them: the texts of each, a space between. */
    List<String> text(String path) {
        return find(path).stream()
                .map(element -> String.join(" ", texts(element)))
                .toList();
    }

    /** An attribute of the only element that a path names. */
    String attribute(String path, String name) {
        List<Element> found = find(path);
        if (found.size() != 1) {
            throw new AssertionError(path + " names " + found.size() + " elements");
        }
        return found.get(0).getAttribute(name);
    }

    /** The names of all elements there are. */
    Set<String> elements() {
        Set<String> names = new TreeSet<>();
        find("//*").forEach(element -> names.add(element.getTagName()));
        return names;
    }

    /** The names of the elements inside one. */
    static List<String> children(Element element) {
        List<String> names = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            names.add(child.getNodeName());
        }
        return names;
    }

    private static List<String> texts(Node node) {
        List<String> texts = new ArrayList<>();
        if (node.getNodeType() == Node.TEXT_NODE && !node.getNodeValue().isBlank()) {
            texts.add(node.getNodeValue().strip());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            texts.addAll(texts(child));
        }
        return texts;
    }
}
