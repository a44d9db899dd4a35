// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import dev.cmdm.plist.PlistValue;
import java.util.function.Predicate;

/** Looks for a value that a notation has no way to write. */
final class Misfit {
    private Misfit() {}

    /** Whether a value, or one inside it, is such a one. */
    static boolean in(PlistValue value, Predicate<PlistValue> misfit) {
        if (value instanceof PlistValue.Dict dict) {
            return dict.entries().values().stream().anyMatch(inner -> in(inner, misfit));
        } else if (value instanceof PlistValue.Array array) {
            return array.items().stream().anyMatch(inner -> in(inner, misfit));
        }
        return misfit.test(value);
    }

    static boolean endless(PlistValue value) {
        return value instanceof PlistValue.Real real && Double.isInfinite(real.value());
    }
}
