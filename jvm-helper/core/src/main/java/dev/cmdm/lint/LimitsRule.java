// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Lists of values, bounds and formats. A placeholder may become anything. */
final class LimitsRule implements KeyRule {
    /** How many values a hint can list and still be read. */
    private static final int LISTED = 8;

    @Override
    public void check(Spot spot, Notes notes) {
        Limits limits = spot.key().limits();
        if (limits.allows(spot.value()) && limits.inRange(spot.value()) && limits.hasFormat(spot.value())) {
            return;
        }
        if (!notes.full() && spot.subject().hasPlaceholder(spot.path())) {
            return;
        }
        if (!limits.allows(spot.value())) {
            add(Code.VALUE_NOT_ALLOWED, spot, "the value is none of those that Apple allows", list(limits), notes);
        }
        if (!limits.inRange(spot.value())) {
            add(Code.OUT_OF_RANGE, spot, "the number is out of the range that Apple allows", range(limits), notes);
        }
        if (!limits.hasFormat(spot.value())) {
            String format = "write what matches " + limits.format().orElseThrow();
            add(Code.BAD_FORMAT, spot, "the text does not have the form that Apple wants", format, notes);
        }
    }

    private static void add(Code code, Spot spot, String message, String hint, Notes notes) {
        notes.add(code, spot.path(), message, hint, spot.key().file());
    }

    private static String list(Limits limits) {
        List<String> allowed = limits.allowed();
        if (allowed.size() <= LISTED) {
            return (allowed.size() == 1 ? "write " : "write one of ") + String.join(", ", allowed);
        }
        return "write one of " + String.join(", ", allowed.subList(0, LISTED)) + " and " + (allowed.size() - LISTED)
                + " more";
    }

    private static String range(Limits limits) {
        Optional<String> least = limits.least().map(BigDecimal::toPlainString).map(bound -> "at least " + bound);
        Optional<String> most = limits.most().map(BigDecimal::toPlainString).map(bound -> "at most " + bound);
        return "write "
                + least.map(bound -> bound + most.map(" and "::concat).orElse(""))
                        .or(() -> most)
                        .orElseThrow();
    }
}
