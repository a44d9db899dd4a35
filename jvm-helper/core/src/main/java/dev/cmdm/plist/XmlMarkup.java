// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** Markup that stands between elements: comments and processing instructions. (W3C, XML 1.0, 2.5 and 2.6.) */
final class XmlMarkup {
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
        if (!in.holds(in.at, "?>") && !XmlCursor.isSpace(in.peek(0))) {
            throw in.malformed("a processing instruction whose name is broken", in.at);
        } else if (target.equalsIgnoreCase("xml")) {
            throw in.malformed("an XML declaration that is broken or not at the beginning", open);
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
}
