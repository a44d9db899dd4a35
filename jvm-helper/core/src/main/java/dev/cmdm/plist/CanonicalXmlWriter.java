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

/** Writes each kind of value on lines of its own. */
final class CanonicalXmlWriter implements PlistValue.Cases<XmlOutput> {
    private static final int INTEGER_BITS = 64;

    private final XmlOutput out;
    private KeyPath here = KeyPath.TOP;
    private int depth;

    CanonicalXmlWriter(XmlOutput out) {
        this.out = out;
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
            text("<key>", key, "</key>\n");
            PlistValue value = dict.entries().get(key);
            java.util.Objects.requireNonNull(value).match(this);
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
        return text("<string>", text.value(), "</string>\n");
    }

    private XmlOutput text(String open, String text, String close) {
        out.tabs(depth);
        out.ascii(open);
        if (!out.escaped(text)) {
            throw unwritable("text with a character that XML does not allow");
        }
        return out.ascii(close);
    }

    @Override
    public XmlOutput data(Data data) {
        out.tabs(depth);
        out.ascii("<data>");
        return out.ascii(Base64.getEncoder().encodeToString(data.bytes().toArray()))
                .ascii("</data>\n");
    }

    @Override
    public XmlOutput date(Date date) {
        if (!DateText.holds(date.instant())) {
            throw unwritable("a date with a fraction of a second or outside the years 1 to 9999");
        }
        return line("<date>" + date.instant() + "</date>");
    }

    @Override
    public XmlOutput integer(Int integer) {
        boolean fits = integer.value().signum() < 0
                ? integer.value().bitLength() < INTEGER_BITS
                : integer.value().bitLength() <= INTEGER_BITS;
        if (!fits) {
            throw unwritable("an integer that is not between -2^63 and 2^64-1");
        }
        return line("<integer>" + integer.value() + "</integer>");
    }

    @Override
    public XmlOutput real(Real real) {
        if (Double.isNaN(real.value())) {
            throw unwritable("a real that is not a number");
        }
        return line("<real>" + RealText.of(real.value()) + "</real>");
    }

    @Override
    public XmlOutput bool(Bool bool) {
        return line(bool.value() ? "<true/>" : "<false/>");
    }

    private XmlOutput line(String text) {
        out.tabs(depth);
        return out.ascii(text).ascii("\n");
    }

    private UnwritableException unwritable(String what) {
        return new UnwritableException(what, here.place());
    }
}
