// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import org.jspecify.annotations.Nullable;

/** What stands before the root element: the XML declaration and the document type. (W3C, XML 1.0, 2.8.) */
final class XmlProlog {
    private static final String PUBLIC_ID_MARKS = " \r\n-'()+,./:=?;!*#@$_%";

    private final XmlCursor in;
    private final XmlMarkup markup;

    XmlProlog(XmlCursor in, XmlMarkup markup) {
        this.in = in;
        this.markup = markup;
    }

    /** Reads the declaration if there is one and gives the encoding it names, in upper case. */
    static @Nullable String declaredEncoding(XmlCursor in) {
        int open = in.at;
        if (!in.holds(open, "<?xml") || !XmlCursor.isSpace(in.bytes[Math.min(open + 5, in.end - 1)])) {
            return null;
        }
        in.at += 5;
        String version = pseudoAttribute(in, "version");
        if (!"1.0".equals(version)) {
            throw in.malformed("the XML declaration must say version=\"1.0\" first", open);
        }
        String encoding = pseudoAttribute(in, "encoding");
        String standalone = pseudoAttribute(in, "standalone");
        in.skipSpace();
        boolean known = standalone == null || standalone.equals("yes") || standalone.equals("no");
        if (!known || !in.take("?>")) {
            throw in.malformed("the XML declaration is broken", open);
        }
        return encoding == null ? null : encoding.toUpperCase(java.util.Locale.ROOT);
    }

    private static @Nullable String pseudoAttribute(XmlCursor in, String name) {
        int before = in.at;
        if (!in.skipSpace() || !in.take(name)) {
            in.at = before;
            return null;
        }
        in.skipSpace();
        boolean assigned = in.take("=");
        in.skipSpace();
        int quote = in.peek(0);
        int from = in.at + 1;
        int to = from;
        while (to < in.end && XmlMarkup.isNameByte(in.bytes[to], true)) {
            to++;
        }
        boolean quoted = (quote == '"' || quote == '\'') && to < in.end && in.bytes[to] == quote;
        if (!assigned || !quoted) {
            throw in.malformed("the XML declaration is broken", in.at);
        }
        in.at = to + 1;
        return in.ascii(from, to);
    }

    /** Goes over everything before the root element. */
    void read(boolean declared) {
        boolean typed = false;
        while (true) {
            in.skipSpace();
            if (in.holds(in.at, "<!DOCTYPE")) {
                if (typed) {
                    misplacedDoctype();
                }
                if (!declared) {
                    in.warn("doctype-first", "the document type stands first, without an XML declaration", in.at);
                }
                doctype();
                typed = true;
            } else if (in.peek(0) == '<' && (in.peek(1) == '!' || in.peek(1) == '?')) {
                markup.skip();
            } else {
                return;
            }
        }
    }

    /** Refuses a document type where none may stand, for its own declarations first. */
    void misplacedDoctype() {
        int open = in.at;
        doctype();
        throw in.malformed("a document type that is not before the first element, or a second one", open);
    }

    private void doctype() {
        int open = in.at;
        in.at += "<!DOCTYPE".length();
        if (!in.skipSpace()) {
            throw in.malformed("a document type without a name", open);
        }
        String name = markup.name("a document type");
        boolean spaced = in.skipSpace();
        if (!spaced && in.peek(0) != '>' && in.peek(0) != '[') {
            throw in.malformed("a document type whose name is broken", in.at);
        } else if (spaced && in.take("PUBLIC")) {
            literal(true);
            literal(false);
        } else if (spaced && in.take("SYSTEM")) {
            literal(false);
        }
        in.skipSpace();
        if (in.peek(0) == '[') {
            throw new EntityDeclarationException(
                    "a document type with declarations of its own, which are never read; remove them", in.place(in.at));
        } else if (!in.take(">")) {
            throw in.malformed("a document type that is broken", open);
        }
        requirePlist(name, open);
    }

    private void requirePlist(String name, int open) {
        if (name.equalsIgnoreCase("html")) {
            throw new NotAPropertyListException("a web page", in.place(open));
        } else if (!name.equals("plist")) {
            throw in.noPlist("a document type other than plist", open);
        }
    }

    private void literal(boolean publicId) {
        boolean spaced = in.skipSpace();
        int open = in.at;
        int quote = in.peek(0);
        if (!spaced || (quote != '"' && quote != '\'')) {
            throw in.malformed("a document type whose identifier is not in quotes", open);
        }
        in.at++;
        while (in.peek(0) != quote) {
            if (in.atEnd()) {
                throw in.malformed("a document type whose identifier is never closed", open);
            } else if (publicId && !isPublicId(in.peek(0))) {
                throw in.malformed("a character that a public identifier cannot hold", in.at);
            }
            in.at = in.next(in.at);
        }
        in.at++;
    }

    private static boolean isPublicId(int character) {
        return (Character.isLetterOrDigit(character) && character < 0x80) || PUBLIC_ID_MARKS.indexOf(character) >= 0;
    }
}
