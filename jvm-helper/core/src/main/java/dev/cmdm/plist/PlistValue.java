// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One value of a property list, as typed as Apple's own format has it: {@code 1}, {@code 1.0},
 * {@code "1"} and {@code true} are four different values. Never null, never mutable. (Apple,
 * plist(5) and PropertyList-1.0.dtd.)
 *
 * <p>Equality is written out: what the JVM makes for that of a record at its first use costs a start.
 */
public sealed interface PlistValue {

    /** When a value has members under keys; keeps the order in which they were written, equality ignores it. */
    record Dict(Map<String, PlistValue> entries) implements PlistValue {
        public Dict {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** The empty dictionary. */
        public static Dict empty() {
            return new Dict(Map.of());
        }

        /** The value under a key, or nothing. */
        public Optional<PlistValue> find(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        /** The text under a key, or nothing when the key is absent or holds another kind of value. */
        public Optional<String> findText(String key) {
            return find(key).filter(Text.class::isInstance).map(value -> ((Text) value).value());
        }

        /** The dictionary under a key, or nothing when the key is absent or holds another kind of value. */
        public Optional<Dict> findDict(String key) {
            return find(key).filter(Dict.class::isInstance).map(Dict.class::cast);
        }

        /** The array under a key, or nothing when the key is absent or holds another kind of value. */
        public Optional<Array> findArray(String key) {
            return find(key).filter(Array.class::isInstance).map(Array.class::cast);
        }

        /** A copy in which a key holds a value; a new key goes last. */
        public Dict with(String key, PlistValue value) {
            Map<String, PlistValue> copy = new LinkedHashMap<>(entries);
            copy.put(key, value);
            return new Dict(copy);
        }

        /** A copy without a key. */
        public Dict without(String key) {
            Map<String, PlistValue> copy = new LinkedHashMap<>(entries);
            copy.remove(key);
            return new Dict(copy);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Dict dict && entries.equals(dict.entries);
        }

        @Override
        public int hashCode() {
            return entries.hashCode();
        }
    }

    /** When a value is a list; the order counts. */
    record Array(List<PlistValue> items) implements PlistValue {
        public Array {
            items = Collections.unmodifiableList(new ArrayList<>(items));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Array array && items.equals(array.items);
        }

        @Override
        public int hashCode() {
            return items.hashCode();
        }
    }

    /** When a value is text; no Unicode normalisation is ever done. */
    record Text(String value) implements PlistValue {
        @Override
        public boolean equals(Object other) {
            return other instanceof Text text && value.equals(text.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    /** When a value is bytes. */
    record Data(Bytes bytes) implements PlistValue {
        /** Bytes as a value. */
        public static Data of(byte[] bytes) {
            return new Data(new Bytes(bytes));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Data data && bytes.equals(data.bytes);
        }

        @Override
        public int hashCode() {
            return bytes.hashCode();
        }
    }

    /** When a value is a moment, in whole seconds UTC, from year 1 to 9999. */
    record Date(Instant instant) implements PlistValue {
        @Override
        public boolean equals(Object other) {
            return other instanceof Date date && instant.equals(date.instant);
        }

        @Override
        public int hashCode() {
            return instant.hashCode();
        }
    }

    /** When a value is a whole number between -2^63 and 2^64-1. */
    record Int(BigInteger value) implements PlistValue {
        /** A whole number of at most 63 bits. */
        public static Int of(long value) {
            return new Int(BigInteger.valueOf(value));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Int integer && value.equals(integer.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    /** When a value is a floating-point number, never NaN; {@code 0.0} and {@code -0.0} differ. */
    record Real(double value) implements PlistValue {
        @Override
        public boolean equals(Object other) {
            return other instanceof Real real && Double.compare(value, real.value) == 0;
        }

        @Override
        public int hashCode() {
            return Double.hashCode(value);
        }
    }

    /** When a value is true or false. */
    record Bool(boolean value) implements PlistValue {
        @Override
        public boolean equals(Object other) {
            return other instanceof Bool bool && value == bool.value;
        }

        @Override
        public int hashCode() {
            return Boolean.hashCode(value);
        }
    }

    /**
     * Asks one function per kind, so that a new kind cannot be forgotten anywhere.
     *
     * @return what the function of this value's kind gave
     */
    default <R> R match(Cases<R> cases) {
        if (this instanceof Dict dict) {
            return cases.dict(dict);
        } else if (this instanceof Array array) {
            return cases.array(array);
        } else if (this instanceof Text text) {
            return cases.text(text);
        } else if (this instanceof Data data) {
            return cases.data(data);
        } else if (this instanceof Date date) {
            return cases.date(date);
        } else if (this instanceof Int integer) {
            return cases.integer(integer);
        } else if (this instanceof Real real) {
            return cases.real(real);
        }
        return cases.bool((Bool) this);
    }

    /** What to do with each kind of value. */
    interface Cases<R> {
        /** For a dictionary. */
        R dict(Dict dict);

        /** For an array. */
        R array(Array array);

        /** For text. */
        R text(Text text);

        /** For bytes. */
        R data(Data data);

        /** For a moment. */
        R date(Date date);

        /** For a whole number. */
        R integer(Int integer);

        /** For a floating-point number. */
        R real(Real real);

        /** For true and false. */
        R bool(Bool bool);
    }
}
