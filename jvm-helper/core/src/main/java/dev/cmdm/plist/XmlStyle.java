// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** How XML looks that means the same. */
enum XmlStyle {
    /** When the bytes must be the same on every machine for all time: one tab per level, no CDATA, no short forms. */
    CANONICAL {
        @Override
        void line(XmlOutput out, int depth, String tag) {
            out.tabs(depth);
            out.ascii(tag).ascii("\n");
        }

        @Override
        boolean element(XmlOutput out, int depth, XmlElement element, String text) {
            out.tabs(depth);
            out.open(element);
            boolean written = out.escaped(text);
            out.close(element).ascii("\n");
            return written;
        }
    },

    /** When every byte counts. */
    COMPACT {
        @Override
        void line(XmlOutput out, int depth, String tag) {
            out.ascii(tag);
        }

        @Override
        boolean element(XmlOutput out, int depth, XmlElement element, String text) {
            if (text.isEmpty()) {
                out.ascii("<").ascii(element.tag).ascii("/>");
                return true;
            }
            out.open(element);
            boolean written = ShortText.write(out, text);
            out.close(element);
            return written;
        }
    };

    /** Writes a tag that stands alone. */
    abstract void line(XmlOutput out, int depth, String tag);

    /** Writes an element that holds text; false if the text has a character that XML does not allow. */
    abstract boolean element(XmlOutput out, int depth, XmlElement element, String text);
}
