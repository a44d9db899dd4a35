// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.plist.PlistValue;

/** A single value in a few letters; what holds others, and bytes, by its size only, for a secret could stand inside. */
final class ShownValue implements PlistValue.Cases<String> {
    static final ShownValue INSTANCE = new ShownValue();

    private static final int LONGEST = 60;

    private ShownValue() {}

    @Override
    public String dict(PlistValue.Dict dict) {
        return "a dictionary of " + dict.entries().size();
    }

    @Override
    public String array(PlistValue.Array array) {
        return "an array of " + array.items().size();
    }

    @Override
    public String text(PlistValue.Text text) {
        String value = text.value();
        boolean fits = value.codePointCount(0, value.length()) <= LONGEST;
        return '"' + (fits ? value : value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…") + '"';
    }

    @Override
    public String data(PlistValue.Data data) {
        return data.bytes().size() + " bytes";
    }

    @Override
    public String date(PlistValue.Date date) {
        return date.instant().toString();
    }

    @Override
    public String integer(PlistValue.Int integer) {
        return integer.value().toString();
    }

    @Override
    public String real(PlistValue.Real real) {
        return Double.toString(real.value());
    }

    @Override
    public String bool(PlistValue.Bool bool) {
        return Boolean.toString(bool.value());
    }
}
