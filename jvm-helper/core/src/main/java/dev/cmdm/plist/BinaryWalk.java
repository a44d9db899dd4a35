// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Goes through a binary list as it unfolds and refuses what is broken or too much before anything is made of it. An
 * object may stand in many places; each counts.
 */
final class BinaryWalk {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    /** Seconds of more than any year up to 9999, few enough to add to. */
    private static final double FARTHEST_DATE = 1e12;

    private final BinaryObjects objects;
    private final BinaryContent content;
    private final PlistLimits limits;
    private final PathTracker tracker = new PathTracker();
    private final BitSet open;
    private final BitSet closed;
    private boolean shared;
    private int values;
    private long textBytes;
    private int depth;

    BinaryWalk(BinaryObjects objects, PlistLimits limits) {
        this.objects = objects;
        this.content = objects.content();
        this.limits = limits;
        this.open = new BitSet(objects.count());
        this.closed = new BitSet(objects.count());
    }

    void check() {
        try {
            value(objects.top());
        } catch (BrokenBinaryObject e) {
            throw broken(e.what());
        }
    }

    private void value(int number) {
        if (++values > limits.values()) {
            throw tooMany();
        }
        BinaryObject object = objects.get(number);
        if (depth == limits.depth()) {
            throw new TooDeepException(limits.depth(), place());
        }
        switch (object.kind()) {
            case ARRAY, DICT -> container(number, object);
            case ASCII, UTF16 -> text(object);
            case DATA -> countBytes(object.count());
            case INTEGER -> integer(content.integer(object));
            case REAL -> real(content.real(object));
            case DATE -> date(object);
            case TRUE, FALSE -> {}
        }
    }

    private void container(int number, BinaryObject object) {
        if (open.get(number)) {
            throw broken("a dictionary or an array that holds itself");
        }
        depth++;
        shared |= closed.get(number);
        open.set(number);
        KeyPath outer = tracker.enter();
        if (object.kind() == BinaryKind.ARRAY) {
            items(object);
        } else {
            entries(object);
        }
        tracker.leave(outer);
        open.clear(number);
        closed.set(number);
        depth--;
    }

    private void items(BinaryObject array) {
        for (int i = 0; i < array.count(); i++) {
            tracker.at(i);
            value(objects.reference(array, i));
        }
    }

    private void entries(BinaryObject dict) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < dict.count(); i++) {
            BinaryObject key = objects.get(objects.reference(dict, i));
            if (!key.kind().isText()) {
                throw broken("a key that is no text");
            }
            String name = text(key);
            tracker.at(name);
            if (!keys.add(name)) {
                throw new DuplicateKeyException(place());
            }
            value(objects.reference(dict, dict.count() + i));
        }
    }

    private String text(BinaryObject object) {
        countBytes(object.count());
        return content.text(object);
    }

    /** Text that stands in many places would fill the memory of whoever writes it out. */
    private void countBytes(int count) {
        textBytes += count;
        if (textBytes > limits.bytes()) {
            throw broken("text and data that unfold to more than " + limits.bytes() + " bytes");
        }
    }

    private PlistException tooMany() {
        return shared
                ? broken("shared objects that unfold to more than " + limits.values() + " values")
                : TooLargeException.values(limits.values(), place());
    }

    private void integer(BigInteger value) {
        if (value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0) {
            throw bad("an integer that is not between -2^63 and 2^64-1");
        }
    }

    private void real(double value) {
        if (Double.isNaN(value)) {
            throw bad("a real that is not a number");
        }
    }

    private void date(BinaryObject object) {
        double exact = content.real(object);
        boolean far = Double.isNaN(exact) || Math.abs(exact) > FARTHEST_DATE;
        if (far || exact != Math.rint(exact) || !DateText.holds(content.secondsSince1970(object))) {
            throw bad("a date with a fraction of a second or outside the years 1 to 9999");
        }
    }

    private BadValueException bad(String what) {
        return new BadValueException(what, place());
    }

    private MalformedBinaryException broken(String what) {
        return new MalformedBinaryException(what, place());
    }

    private Place place() {
        return tracker.path().place();
    }
}
