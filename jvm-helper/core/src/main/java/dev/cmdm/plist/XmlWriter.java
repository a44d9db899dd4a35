// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Bool;
import dev.cmdm.plist.PlistValue.Data;
import dev.cmdm.plist.PlistValue.Date;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Int;
import dev.cmdm.plist.PlistValue.Real;
import dev.cmdm.plist.PlistValue.Text;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/** Writes each kind of value in one of the styles, keys sorted by their UTF-8 bytes. */
final class XmlWriter implements PlistValue.Cases<XmlOutput> {
    private final XmlOutput out;
    private final XmlStyle style;
    private KeyPath here = KeyPath.TOP;
    private int depth;

    XmlWriter(XmlOutput out, XmlStyle style) {
        this.out = out;
        this.style = style;
    }

    @Override
    public XmlOutput dict(Dict dict) {
        if (dict.entries().isEmpty()) {
            return line("<dict/>");
        }
        String[] keys = dict.entries().keySet().toArray(new String[0]);
        Arrays.sort(keys, Utf8Order.INSTANCE);
        KeyPath outer = open("<dict>");
        for (String key : keys) {
            here = outer.key(key);
            text(XmlElement.KEY, key);
            Objects.requireNonNull(dict.entries().get(key)).match(this);
        }
        return close(outer, "</dict>");
    }

    @Override
    public XmlOutput array(Array array) {
        if (array.items().isEmpty()) {
            return line("<array/>");
        }
        KeyPath outer = open("<array>");
        int index = 0;
        for (PlistValue item : array.items()) {
            here = outer.item(index++);
            item.match(this);
        }
        return close(outer, "</array>");
    }

    private KeyPath open(String tag) {
        line(tag);
        if (++depth > PlistLimits.DEPTH) {
            throw new TooDeepException(PlistLimits.DEPTH, here.place());
        }
        return here;
    }

    private XmlOutput close(KeyPath outer, String tag) {
        here = outer;
        depth--;
        return line(tag);
    }

    @Override
    public XmlOutput text(Text text) {
        return text(XmlElement.STRING, text.value());
    }

    private XmlOutput text(XmlElement element, String text) {
        if (!style.element(out, depth, element, text)) {
            throw new UnwritableException("text with a character that XML does not allow", here.place());
        }
        return out;
    }

    @Override
    public XmlOutput data(Data data) {
        return text(
                XmlElement.DATA, Base64.getEncoder().encodeToString(data.bytes().toArray()));
    }

    @Override
    public XmlOutput date(Date date) {
        return text(XmlElement.DATE, Writable.require(date, here).toString());
    }

    @Override
    public XmlOutput integer(Int integer) {
        return text(XmlElement.INTEGER, Writable.require(integer, here).toString());
    }

    @Override
    public XmlOutput real(Real real) {
        return text(XmlElement.REAL, RealText.of(Writable.require(real, here)));
    }

    @Override
    public XmlOutput bool(Bool bool) {
        return line(bool.value() ? "<true/>" : "<false/>");
    }

    private XmlOutput line(String tag) {
        style.line(out, depth, tag);
        return out;
    }
}
