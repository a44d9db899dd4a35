// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A plan or what became of it in numbers: as a bar, and as a list. */
final class TallyHtml {
    private TallyHtml() {}

    /** Every step, counted once. */
    static Html of(Result.Planned planned) {
        Map<Stand, Integer> counts = new TreeMap<>();
        planned.plan().steps().forEach(step -> counts.merge(Stand.of(planned, step), 1, Integer::sum));
        return Html.of("section", bar(counts), list(counts)).with("aria-label", "In numbers");
    }

    /** Drawn, not styled, for no element may bring a style of its own; the list beside it says the same. */
    private static Html bar(Map<Stand, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<Html> pieces = new ArrayList<>();
        int before = 0;
        for (Map.Entry<Stand, Integer> part : counts.entrySet()) {
            pieces.add(Html.of("rect")
                    .as(part.getKey().look())
                    .with("x", percent(before, all))
                    .with("width", percent(part.getValue(), all))
                    .with("height", "100%"));
            before += part.getValue();
        }
        return Html.of("svg", pieces).as("bar").with("aria-hidden", "true");
    }

    private static Html list(Map<Stand, Integer> counts) {
        List<Html> items = new ArrayList<>();
        counts.forEach((stand, count) ->
                items.add(Html.of("li", Html.of("b", String.valueOf(count)), Html.text(" " + stand.words()))
                        .as(stand.look())));
        return Html.of("ul", items).as("tally");
    }

    private static String percent(int count, int all) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * count / all);
    }
}
