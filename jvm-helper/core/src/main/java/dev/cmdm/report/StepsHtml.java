// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Errors;
import dev.cmdm.answer.Result;
import dev.cmdm.answer.Result.OutcomeInfo;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Change;
import dev.cmdm.plan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps of a plan as tables: those that stay apart, all others with their reasons and differences. */
final class StepsHtml {
    /** More differences than this are folded. */
    private static final int SHOWN_CHANGES = 8;

    private final Result.Planned planned;
    private final boolean carriedOut;

    StepsHtml(Result.Planned planned, boolean carriedOut) {
        this.planned = planned;
        this.carriedOut = carriedOut;
    }

    /** What is, or was, to be done: a plan in its own order, deletions first; what was carried out, the worst first. */
    Html changes() {
        Stream<Step> all = planned.plan().steps().stream().filter(step -> !stays(step));
        List<Step> steps = (carriedOut ? all.sorted(Comparator.comparing(this::stand)) : all).toList();
        String title = carriedOut ? "What was done" : "What would be done";
        return section(title, steps.isEmpty() ? Html.of("p", "Everything is as declared.") : table(title, steps));
    }

    /** What stays as it is; nothing where nothing does. */
    Optional<Html> kept() {
        List<Step> steps = planned.plan().steps().stream().filter(this::stays).toList();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        String count = steps.size() == 1 ? "1 profile" : steps.size() + " profiles";
        Html summary = Html.of("summary", count + " as declared");
        return Optional.of(section(
                "In place",
                Html.of("details", summary, table("In place", steps)).as("kept")));
    }

    private static Html section(String title, Html content) {
        return Html.of("section", Html.of("h2", title), content);
    }

    private boolean stays(Step step) {
        return stand(step) == Stand.KEEP;
    }

    private Stand stand(Step step) {
        return Stand.of(planned, step);
    }

    private Html table(String title, List<Step> steps) {
        HtmlTable table = new HtmlTable(title, carriedOut ? "Outcome" : "Action", "Profile", "Way", "Why");
        steps.forEach(step -> table.add(
                stand(step).look(),
                Html.of("span", word(step)).as("badge"),
                Html.of("code", step.id()),
                Html.text(PlanText.route(step)),
                Html.of("div", why(step))));
        return table.whole();
    }

    private String word(Step step) {
        return stand(step) == Stand.FAILED ? "failed" : ApplyText.word(step, outcome(step));
    }

    private List<Html> why(Step step) {
        List<Html> why = new ArrayList<>();
        Optional<OutcomeInfo> outcome = outcome(step);
        Optional<ErrorInfo> error = step.error().map(Errors::of).or(() -> outcome.flatMap(OutcomeInfo::error));
        error.ifPresentOrElse(
                known -> why.addAll(ErrorHtml.of(known, step.id())),
                () -> why.add(Html.of("p", ApplyText.words(step, outcome))));
        outcome.ifPresent(known -> why.addAll(facts(step, known)));
        if (!step.changes().isEmpty()) {
            why.add(differences(step.changes()));
        }
        return why;
    }

    /** What a ticket needs beside the words: why it was tried, since when, under which id. */
    private static List<Html> facts(Step step, OutcomeInfo outcome) {
        List<String> facts = new ArrayList<>();
        if (step.action() != Action.BLOCKED) {
            facts.add(PlanText.word(step.action()) + ": " + step.reason().text());
        }
        if (!outcome.since().isEmpty()) {
            facts.add("sent " + outcome.since());
        }
        if (!outcome.commandUuid().isEmpty()) {
            facts.add("command " + outcome.commandUuid());
        }
        return facts.isEmpty()
                ? List.of()
                : List.of(Html.of("p", String.join(" · ", facts)).as("more"));
    }

    private static Html differences(List<Change> changes) {
        String count = changes.size() == 1 ? "1 setting differs" : changes.size() + " settings differ";
        List<Html> items = changes.stream()
                .map(change -> Html.of(
                                "li",
                                Html.of("code", change.payloadType()),
                                Html.text(" "),
                                Html.of("code", change.keyPath()),
                                Html.text(" " + change.kind().name().toLowerCase(Locale.ROOT)))
                        .as("change"))
                .toList();
        Html details = Html.of("details", Html.of("summary", count), Html.of("ul", items));
        return changes.size() > SHOWN_CHANGES ? details : details.with("open", "open");
    }

    private Optional<OutcomeInfo> outcome(Step step) {
        return ApplyText.outcome(planned, step);
    }
}
