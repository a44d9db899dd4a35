// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.catalog;

import dev.cmdm.plist.PlistValue;
import java.util.Locale;

/** The kind of value that Apple's schema gives a key. */
public enum Kind {
    /** When it is text. */
    STRING,
    /** When it is a whole number. */
    INTEGER,
    /** When it is a number with a fraction; a whole number is one too. */
    REAL,
    /** When it is true or false. */
    BOOLEAN,
    /** When it is a moment. */
    DATE,
    /** When it is bytes. */
    DATA,
    /** When it is a list. */
    ARRAY,
    /** When it has keys of its own. */
    DICTIONARY,
    /** When any kind will do. */
    ANY;

    /** The kind that a value is of; never {@link #ANY}. */
    public static Kind of(PlistValue value) {
        return value.match(CASES);
    }

    /** Whether a value may stand where this kind is wanted. */
    public boolean fits(PlistValue value) {
        Kind kind = of(value);
        return this == ANY || this == kind || (this == REAL && kind == INTEGER);
    }

    /** Apple's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static final PlistValue.Cases<Kind> CASES = new PlistValue.Cases<>() {
        @Override
        public Kind dict(PlistValue.Dict dict) {
            return DICTIONARY;
        }

        @Override
        public Kind array(PlistValue.Array array) {
            return ARRAY;
        }

        @Override
        public Kind text(PlistValue.Text text) {
            return STRING;
        }

        @Override
        public Kind data(PlistValue.Data data) {
            return Kind.DATA;
        }

        @Override
        public Kind date(PlistValue.Date date) {
            return Kind.DATE;
        }

        @Override
        public Kind integer(PlistValue.Int integer) {
            return INTEGER;
        }

        @Override
        public Kind real(PlistValue.Real real) {
            return REAL;
        }

        @Override
        public Kind bool(PlistValue.Bool bool) {
            return BOOLEAN;
        }
    };
}
