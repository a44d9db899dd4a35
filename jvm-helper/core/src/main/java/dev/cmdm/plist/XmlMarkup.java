// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.util.HashSet;
import java.util.Set;

/** Markup that carries no value: tags, attributes, comments, processing instructions. (W3C, XML 1.0, 2.5 to 2.6, 3.1.) */
final class XmlMarkup {
    /** How a file begins that holds two versions of itself. */
    private static final String MERGE_MARKER = "<<<<<<<";

    private final XmlCursor in;

    XmlMarkup(XmlCursor in) {
        this.in = in;
    }

    /** Goes over the comment or processing instruction here; anything else that begins like one is refused. */
    void skip() {
        if (in.peek(1) == '?') {
            instruction();
        } else if (in.holds(in.at, "<!--")) {
            comment();
        } else if (in.holds(in.at, "<!ENTITY")) {
            throw new EntityDeclarationException("an entity declaration, which is never read", in.place(in.at));
        } else if (in.holds(in.at, "<!DOCTYPE")) {
            new XmlProlog(in, this).misplacedDoctype();
        } else if (in.holds(in.at, "<![CDATA[")) {
            throw in.noPlist("text where an element must stand", in.at);
        } else if (in.holdsAnyCase(in.at, "<!doctype html")) {
            throw new NotAPropertyListException("a web page", in.place(in.at));
        } else {
            throw in.malformed("markup that XML does not know", in.at);
        }
    }

    private void comment() {
        int open = in.at;
        in.warn("comment", "a comment; it is left out of what is written anew", open);
        int i = open + 4;
        while (!in.holds(i, "--")) {
            if (i >= in.end) {
                throw in.malformed("a comment that is never closed", open);
            }
            i = in.next(i);
        }
        if (!in.holds(i, "-->")) {
            throw in.malformed("two dashes inside a comment, which XML does not allow", i);
        }
        in.at = i + 3;
    }

    private void instruction() {
        int open = in.at;
        in.at += 2;
        String target = name("a processing instruction");
        if (target.equalsIgnoreCase("xml")) {
            throw in.malformed("an XML declaration that is not at the beginning", open);
        } else if (!in.holds(in.at, "?>") && !XmlCursor.isSpace(in.peek(0))) {
            throw in.malformed("a processing instruction whose name is broken", in.at);
        }
        int i = in.at;
        while (!in.holds(i, "?>")) {
            if (i >= in.end) {
                throw in.malformed("a processing instruction that is never closed", open);
            }
            i = in.next(i);
        }
        in.at = i + 2;
    }

    /** Reads a name. */
    String name(String what) {
        int from = in.at;
        int i = from;
        while (i < in.end && isNameByte(in.bytes[i], i > from)) {
            i++;
        }
        if (i == from) {
            throw in.malformed(what + " has no name that XML allows", from);
        }
        in.at = i;
        return in.ascii(from, i);
    }

    /** Names beyond ASCII and prefixes are well-formed, but nothing in a property list has one. */
    static boolean isNameByte(int character, boolean further) {
        boolean letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
        boolean inside = (character >= '0' && character <= '9') || character == '-' || character == '.';
        return letter || character == '_' || (further && inside);
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
        return isNameByte(first, false) || first < 0
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
        boolean empty = in.take("/");
        if (!in.take(">")) {
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
        String name = name("an attribute");
        boolean prefix = (name.equals("xml") || name.equals("xmlns")) && in.take(":");
        return prefix ? name + ":" + name("an attribute") : name;
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
        if (!in.take(element.tag) || isNameByte(in.peek(0), true) || in.peek(0) < 0) {
            throw in.malformed(
                    in.atEnd()
                            ? "the text ends before </" + element.tag + ">"
                            : "an end tag where </" + element.tag + "> must stand",
                    open);
        }
        in.skipSpace();
        if (!in.take(">")) {
            throw in.malformed("the end tag </" + element.tag + "> is not closed by >", in.at);
        }
    }
}
