// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.facts;

import java.util.Locale;

/** How well a fact is known. */
public enum Confidence {
    /** Seen in the output of a real Mac, or in a program that reads it. */
    CAPTURE,
    /** Concluded from captures of other releases or from Apple's tables. */
    INFERRED,
    /** Known to exist, but in words that no public source shows. */
    UNCONFIRMED;

    static Confidence of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
