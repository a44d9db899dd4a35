// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.Result;
import dev.cmdm.answer.Result.Outcome;
import dev.cmdm.answer.Summary;
import dev.cmdm.plan.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan or what became of it in numbers: as a bar, and as a list. */
final class TallyHtml {
    private record Part(int count, String look, String words) {}

    private final List<Part> parts = new ArrayList<>();

    private TallyHtml() {}

    static Html of(Result.Planned planned, boolean carriedOut) {
        TallyHtml tally = new TallyHtml();
        Summary summary = Summary.of(planned);
        if (carriedOut) {
            tally.add(summary.of(Outcome.FAILED), "failed", "failed");
            tally.add(ApplyText.blocked(planned), "blocked", "blocked");
            tally.add(summary.of(Outcome.PENDING), "pending", "pending");
            tally.add(summary.of(Outcome.SKIPPED), "skipped", "skipped");
            tally.add(summary.of(Outcome.DONE), "done", "done");
        } else {
            tally.add(summary.of(Action.REMOVE), "remove", "to remove");
            tally.add(summary.of(Action.REPLACE), "replace", "to replace");
            tally.add(summary.of(Action.INSTALL), "install", "to install");
            tally.add(summary.of(Action.WAIT), "wait", "waiting");
            tally.add(summary.of(Action.BLOCKED), "blocked", "blocked");
        }
        tally.add(summary.of(Action.KEEP), "keep", "in place");
        return Html.of("section", tally.bar(), tally.list()).with("aria-label", "In numbers");
    }

    private void add(int count, String look, String words) {
        if (count > 0) {
            parts.add(new Part(count, look, words));
        }
    }

    /** Drawn, not styled, for no element may bring a style of its own; the list beside it says the same. */
    private Html bar() {
        int all = Math.max(1, parts.stream().mapToInt(Part::count).sum());
        List<Html> pieces = new ArrayList<>();
        int before = 0;
        for (Part part : parts) {
            pieces.add(Html.of("rect")
                    .as(part.look())
                    .with("x", percent(before, all))
                    .with("width", percent(part.count(), all))
                    .with("height", "100%"));
            before += part.count();
        }
        return Html.of("svg", pieces).as("bar").with("aria-hidden", "true");
    }

    private Html list() {
        List<Html> items = parts.stream()
                .map(part -> Html.of("li", Html.of("b", String.valueOf(part.count())), Html.text(" " + part.words()))
                        .as(part.look()))
                .toList();
        return Html.of("ul", items).as("tally");
    }

    private static String percent(int count, int all) {
        return String.format(Locale.ROOT, "%.2f%%", 100.0 * count / all);
    }
}
