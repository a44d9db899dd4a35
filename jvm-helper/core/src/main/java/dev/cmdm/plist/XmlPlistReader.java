// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** Reads one property list from UTF-8 text. (Apple, plist(5) and PropertyList-1.0.dtd.) */
final class XmlPlistReader {
    private final XmlCursor in;
    private final XmlMarkup markup;
    private final XmlTags tags;
    private final XmlValues values;

    XmlPlistReader(XmlCursor in, PlistLimits limits, XmlValues.Maker maker) {
        this.in = in;
        this.markup = new XmlMarkup(in);
        this.tags = new XmlTags(in, markup);
        this.values = maker.make(in, limits, markup, tags);
    }

    /**
     * Reads from behind the XML declaration to the end.
     *
     * @param declared whether there was one
     */
    PlistValue read(boolean declared) {
        new XmlProlog(in, markup).read(declared);
        if (in.peek(0) != '<') {
            throw in.malformed(in.atEnd() ? "there is no element" : "text before the first element", in.at);
        }
        int open = in.at;
        if (tags.element(open) != XmlElement.PLIST) {
            throw in.noPlist("the first element is not <plist>", open);
        } else if (tags.endOfStartTag(XmlElement.PLIST) || !values.nextTag()) {
            throw in.noPlist("<plist> holds no value", open);
        }
        PlistValue root = values.value();
        if (values.nextTag()) {
            throw in.noPlist("<plist> holds more than one value", in.at);
        }
        tags.endTag(XmlElement.PLIST);
        epilog();
        return root;
    }

    /** One line end is how text files end; whatever else follows is worth a warning or an error. */
    private void epilog() {
        in.take("\r");
        in.take("\n");
        while (!in.atEnd()) {
            int open = in.at;
            int character = in.peek(0);
            if (in.skipSpace()) {
                in.warn("trailing-space", "white space behind the property list", open);
            } else if (character == 0) {
                in.at++;
                in.warn("trailing-nul", "zero bytes behind the property list", open);
            } else if (character == '<' && (in.peek(1) == '!' || in.peek(1) == '?')) {
                markup.skip();
                in.take("\n");
            } else {
                throw in.malformed("text or a second document behind </plist>", open);
            }
        }
    }
}
