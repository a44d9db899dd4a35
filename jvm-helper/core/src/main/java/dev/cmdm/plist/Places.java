// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Dict;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells line and column of what stands at a key path. Reading remembers neither; the first question costs a second scan
 * of the bytes, which makes no values. Thread-safe.
 */
public final class Places {
    /** The places of something that has no lines. */
    public static final Places NONE = new Places(Dict.empty(), Optional.empty());

    private final PlistValue root;
    private final Optional<Bytes> xml;
    private @Nullable ValuePositions positions;

    private Places(PlistValue root, Optional<Bytes> xml) {
        this.root = root;
        this.xml = xml;
    }

    /**
     * The places in a property list; those in a binary one have no lines.
     *
     * @param document what was read
     * @param bytes what it was read from
     */
    public static Places in(PlistDocument document, Bytes bytes) {
        return document.encoding() == PlistDocument.Encoding.XML
                ? new Places(document.root(), Optional.of(bytes))
                : NONE;
    }

    /** The place of the value at a path; where there is none, with the line of the nearest one around it. */
    public Place get(KeyPath path) {
        if (xml.isEmpty()) {
            return path.place();
        }
        ValuePositions known = positions(xml.orElseThrow());
        PlistValue value = root;
        int number = 0;
        for (KeyPath step : path.steps()) {
            Siblings siblings = Siblings.upTo(step, value);
            if (siblings.found() == null) {
                break;
            }
            number = known.child(number, siblings.before());
            value = siblings.found();
        }
        return known.place(path, number);
    }

    private synchronized ValuePositions positions(Bytes bytes) {
        if (positions == null) {
            ValuePositions found = new ValuePositions();
            XmlValues.Maker scan = (in, limits, markup, tags) -> new XmlScan(in, limits, markup, tags, found);
            new PlistReader(PlistLimits.forListing(), scan).read(bytes.toArray());
            positions = found;
        }
        return positions;
    }

    /**
     * A value in its container.
     *
     * @param before how many stand before it
     * @param found the value, null if there is none
     */
    private record Siblings(int before, @Nullable PlistValue found) {
        private static final Siblings NONE = new Siblings(0, null);

        static Siblings upTo(KeyPath step, PlistValue container) {
            if (container instanceof Array array) {
                int index = step.lastIndex();
                boolean there = index >= 0 && index < array.items().size();
                return there ? new Siblings(index, array.items().get(index)) : NONE;
            }
            return container instanceof Dict dict && step.lastIndex() < 0 ? upTo(step.lastKey(), dict) : NONE;
        }

        private static Siblings upTo(String key, Dict dict) {
            int before = 0;
            for (Map.Entry<String, PlistValue> entry : dict.entries().entrySet()) {
                if (entry.getKey().equals(key)) {
                    return new Siblings(before, entry.getValue());
                }
                before++;
            }
            return NONE;
        }
    }
}
