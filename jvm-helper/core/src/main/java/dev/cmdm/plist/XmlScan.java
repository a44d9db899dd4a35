// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** Goes over the values of a document that was read before, to note where each begins; makes nothing of them. */
final class XmlScan extends XmlValues {
    private static final PlistValue NOTHING = new PlistValue.Bool(false);

    private final ValuePositions positions;
    private final LineCounter lines;

    XmlScan(XmlCursor in, PlistLimits limits, XmlMarkup markup, XmlTags tags, ValuePositions positions) {
        super(in, limits, markup, tags);
        this.positions = positions;
        this.lines = in.lines();
    }

    @Override
    PlistValue value() {
        int open = in.at;
        XmlElement element = tags.element(open);
        if (element == XmlElement.KEY) {
            content(element);
            return NOTHING;
        }
        lines.advance(open);
        int number = positions.open(lines.line(), lines.column());
        content(element);
        positions.close(number);
        return NOTHING;
    }

    private void content(XmlElement element) {
        if (tags.endOfStartTag(element)) {
            return;
        }
        switch (element) {
            case DICT, ARRAY, TRUE, FALSE -> {
                while (nextTag()) {
                    value();
                }
            }
            default -> text.read();
        }
        tags.endTag(element);
    }
}
