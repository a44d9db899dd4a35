// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.util.HashSet;
import java.util.Set;

/** Tags and their attributes. (W3C, XML 1.0, 3.1.) */
final class XmlTags {
    /** How a part begins of which a file holds two versions. */
    private static final String MERGE_MARKER = "<<<<<<<";

    private final XmlCursor in;
    private final XmlMarkup markup;

    XmlTags(XmlCursor in, XmlMarkup markup) {
        this.in = in;
        this.markup = markup;
    }

    /**
     * Reads the name in the start tag here and moves behind it.
     *
     * @param open offset of its angle bracket
     */
    XmlElement element(int open) {
        int from = open + 1;
        int i = from;
        while (i < in.end && in.bytes[i] >= 'a' && in.bytes[i] <= 'z') {
            i++;
        }
        XmlElement element = i > from ? XmlElement.find(in, from, i) : null;
        if (element == null || (i < in.end && !endsName(in.bytes[i]))) {
            throw unknown(open);
        }
        in.at = i;
        return element;
    }

    private static boolean endsName(int character) {
        return character == '>' || character == '/' || XmlCursor.isSpace(character);
    }

    private PlistException unknown(int open) {
        if (in.holds(open, MERGE_MARKER)) {
            return new NotAPropertyListException(
                    "merge markers: the file holds two versions of itself; decide for one", in.place(open));
        } else if (in.holdsAnyCase(open, "<html")) {
            return new NotAPropertyListException("a web page", in.place(open));
        }
        int first = open + 1 < in.end ? in.bytes[open + 1] : 0;
        return XmlMarkup.isNameByte(first, false) || first == ':' || first < 0
                ? in.noPlist("an element that property lists do not have", open)
                : in.malformed("an angle bracket that begins no tag; text writes it as &lt;", open);
    }

    /** Says what is wrong with an angle bracket inside text. */
    PlistException elementInText(int open) {
        element(open);
        return in.noPlist("an element inside text", open);
    }

    /** Goes behind the start tag whose name has just been read; true if the element is empty ({@code <dict/>}). */
    boolean endOfStartTag(XmlElement element) {
        if (in.peek(0) != '>' && in.peek(0) != '/') {
            attributes(element);
        }
        boolean empty = in.take('/');
        if (!in.take('>')) {
            throw in.malformed("the tag <" + element.tag + "> is not closed by >", in.at);
        }
        return empty;
    }

    private void attributes(XmlElement element) {
        Set<String> names = new HashSet<>();
        while (in.skipSpace() && !in.atEnd() && in.peek(0) != '>' && in.peek(0) != '/') {
            int open = in.at;
            String name = attributeName();
            if (!names.add(name)) {
                throw in.malformed("an attribute that stands twice in one tag", open);
            } else if (element != XmlElement.PLIST || !name.equals("version")) {
                in.warn("attribute", "an attribute that property lists do not have; it is ignored", open);
            }
            attributeValue();
        }
    }

    /** The prefixes that need no declaration are the only ones. (W3C, Namespaces in XML, 3.) */
    private String attributeName() {
        String name = markup.name("an attribute");
        boolean prefix = (name.equals("xml") || name.equals("xmlns")) && in.take(":");
        return prefix ? name + ":" + markup.name("an attribute") : name;
    }

    private void attributeValue() {
        in.skipSpace();
        if (!in.take("=")) {
            throw in.malformed("an attribute without a value", in.at);
        }
        in.skipSpace();
        int quote = in.peek(0);
        if (quote != '"' && quote != '\'') {
            throw in.malformed("an attribute whose value is not in quotes", in.at);
        }
        in.at++;
        while (in.peek(0) != quote) {
            attributeCharacter();
        }
        in.at++;
    }

    private void attributeCharacter() {
        if (in.atEnd() || in.peek(0) == '<') {
            throw in.malformed("an attribute whose value is not closed", in.at);
        } else if (in.peek(0) == '&') {
            XmlReference.read(in);
        } else {
            in.at = in.next(in.at);
        }
    }

    /** Goes over an end tag, which must be the one of an element. */
    void endTag(XmlElement element) {
        int open = in.at;
        in.at += 2;
        if (!element.take(in) || XmlMarkup.isNameByte(in.peek(0), true) || in.peek(0) < 0) {
            throw in.malformed(
                    in.atEnd()
                            ? "the text ends before </" + element.tag + ">"
                            : "an end tag where </" + element.tag + "> must stand",
                    open);
        }
        in.skipSpace();
        if (!in.take('>')) {
            throw in.malformed("the end tag </" + element.tag + "> is not closed by >", in.at);
        }
    }
}
