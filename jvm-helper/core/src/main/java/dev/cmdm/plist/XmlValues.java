// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Bool;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values, one within the other. (Apple, PropertyList-1.0.dtd.) */
class XmlValues {
    /** Makes what reads the values of one document. */
    interface Maker {
        XmlValues make(XmlCursor in, PlistLimits limits, XmlMarkup markup, XmlTags tags);
    }

    private static final Dict EMPTY_DICT = Dict.empty();
    private static final Array EMPTY_ARRAY = new Array(List.of());
    private static final Bool TRUE = new Bool(true);
    private static final Bool FALSE = new Bool(false);
    private static final Text EMPTY_TEXT = new Text("");

    final XmlCursor in;
    final XmlTags tags;
    final XmlText text;

    private final PlistLimits limits;
    private final XmlMarkup markup;
    private final XmlScalars scalars;
    private int values;
    private int depth;

    XmlValues(XmlCursor in, PlistLimits limits, XmlMarkup markup, XmlTags tags) {
        this.in = in;
        this.limits = limits;
        this.markup = markup;
        this.tags = tags;
        this.text = new XmlText(in, markup, tags);
        this.scalars = new XmlScalars(in, text);
    }

    /** Moves to the next tag; true if it is a start tag. */
    boolean nextTag() {
        while (true) {
            in.skipSpace();
            if (in.peek(0) != '<') {
                throw textBetweenElements();
            }
            int second = in.peek(1);
            if (second != '!' && second != '?') {
                return second != '/';
            }
            markup.skip();
        }
    }

    private PlistException textBetweenElements() {
        int open = in.at;
        if (in.atEnd()) {
            return in.malformed("the text ends before the property list does", open);
        } else if (in.peek(0) == '&') {
            XmlReference.read(in);
        } else {
            in.next(open);
        }
        return in.noPlist("text between elements", open);
    }

    /** Reads the value whose start tag is here. */
    PlistValue value() {
        int open = in.at;
        XmlElement element = tags.element(open);
        if (++values > limits.values()) {
            throw TooLargeException.values(limits.values(), in.place(open));
        }
        boolean empty = tags.endOfStartTag(element);
        return switch (element) {
            case DICT -> empty ? EMPTY_DICT : dict(open);
            case ARRAY -> empty ? EMPTY_ARRAY : array(open);
            case STRING -> empty ? EMPTY_TEXT : string();
            case TRUE -> bool(element, TRUE, empty);
            case FALSE -> bool(element, FALSE, empty);
            case KEY -> throw in.noPlist("a <key> where a value must stand", open);
            case PLIST -> throw in.noPlist("a <plist> inside a property list", open);
            case INTEGER, REAL, DATA, DATE -> scalar(element, open, empty);
        };
    }

    private Bool bool(XmlElement element, Bool value, boolean empty) {
        if (!empty) {
            if (nextTag()) {
                throw tags.elementInText(in.at);
            }
            tags.endTag(element);
        }
        return value;
    }

    private Text string() {
        text.read();
        Text value = new Text(text.string());
        tags.endTag(XmlElement.STRING);
        return value;
    }

    private PlistValue scalar(XmlElement element, int open, boolean empty) {
        if (empty) {
            text.clear();
        } else {
            text.read();
            tags.endTag(element);
        }
        return switch (element) {
            case INTEGER -> scalars.integer(open);
            case REAL -> scalars.real(open);
            case DATA -> scalars.data(open);
            default -> scalars.date(open);
        };
    }

    private PlistValue array(int open) {
        KeyPath outer = enter(open);
        List<PlistValue> items = new ArrayList<>();
        while (nextTag()) {
            in.tracker.at(items.size());
            items.add(value());
        }
        tags.endTag(XmlElement.ARRAY);
        leave(outer);
        return items.isEmpty() ? EMPTY_ARRAY : new Array(items);
    }

    private PlistValue dict(int open) {
        KeyPath outer = enter(open);
        Map<String, PlistValue> entries = new LinkedHashMap<>();
        while (nextTag()) {
            String key = key(entries);
            entries.put(key, value());
        }
        tags.endTag(XmlElement.DICT);
        leave(outer);
        return entries.isEmpty() ? EMPTY_DICT : new Dict(entries);
    }

    private String key(Map<String, PlistValue> entries) {
        int open = in.at;
        XmlElement element = tags.element(open);
        if (element != XmlElement.KEY) {
            throw in.noPlist("a value without a <key> before it", open);
        } else if (tags.endOfStartTag(element)) {
            text.clear();
        } else {
            text.read();
            tags.endTag(element);
        }
        String key = text.string();
        in.tracker.at(key);
        if (entries.containsKey(key)) {
            throw new DuplicateKeyException(in.place(open));
        } else if (!nextTag()) {
            throw in.noPlist("a <key> without a value behind it", open);
        }
        return key;
    }

    private KeyPath enter(int open) {
        if (++depth > limits.depth()) {
            throw new TooDeepException(limits.depth(), in.place(open));
        }
        return in.tracker.enter();
    }

    private void leave(KeyPath outer) {
        depth--;
        in.tracker.leave(outer);
    }
}
