// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.Kind;

/** The kind of a value. */
final class KindRule implements KeyRule {
    @Override
    public void check(Spot spot, Notes notes) {
        Kind wanted = spot.key().kind();
        if (!wanted.fits(spot.value())) {
            notes.add(
                    spot.preference() ? Code.PREFERENCE_KIND : Code.WRONG_KIND,
                    spot.path(),
                    "the value is of kind " + Kind.of(spot.value()).word() + " and should be " + wanted.word(),
                    hint(wanted),
                    spot.key().file());
        }
    }

    private static String hint(Kind wanted) {
        return switch (wanted) {
            case BOOLEAN -> "write <true/> or <false/>";
            case STRING, INTEGER, REAL, DATE, DATA -> "write <" + wanted.word() + ">";
            case ARRAY, DICTIONARY -> "write <" + (wanted == Kind.ARRAY ? "array" : "dict") + ">";
            case ANY -> "";
        };
    }
}
