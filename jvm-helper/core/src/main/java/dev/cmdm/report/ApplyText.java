// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Errors;
import dev.cmdm.answer.Result;
import dev.cmdm.answer.Result.Outcome;
import dev.cmdm.answer.Result.OutcomeInfo;
import dev.cmdm.answer.Summary;
import dev.cmdm.desired.Ensure;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of a plan, as people read it. */
public final class ApplyText {
    private static final String INDENT = "  ";

    private ApplyText() {}

    /**
     * The whole answer, one line for each profile that was not simply in place; the plan, where an audit
     * let nothing be carried out.
     */
    public static List<String> lines(Result.Planned planned) {
        if (planned.onlyLookedAt()) {
            return PlanText.lines(planned, false);
        }
        List<String> lines = new ArrayList<>();
        lines.add(PlanText.header(planned.header()));
        lines.add("");
        List<Step> shown = planned.plan().steps().stream()
                .filter(step ->
                        step.action() != Action.KEEP || outcome(planned, step).isPresent())
                .toList();
        int width = shown.stream().mapToInt(step -> step.id().length()).max().orElse(0);
        for (Step step : shown) {
            lines.add(INDENT + line(step, outcome(planned, step), width).stripTrailing());
        }
        planned.findings().forEach(finding -> lines.add(INDENT + PlanText.finding(finding)));
        if (!shown.isEmpty() || !planned.findings().isEmpty()) {
            lines.add("");
        }
        lines.add(count(planned));
        return lines;
    }

    static Optional<OutcomeInfo> outcome(Result.Planned planned, Step step) {
        return planned.outcomes().stream()
                .filter(info -> info.step().equals(step.id()))
                .findFirst();
    }

    private static String line(Step step, Optional<OutcomeInfo> outcome, int width) {
        String name = Column.pad(step.id(), width) + "   ";
        return pad(word(step, outcome)) + name + words(step, outcome);
    }

    static String words(Step step, Optional<OutcomeInfo> outcome) {
        Optional<ErrorInfo> error = step.error().map(Errors::of).or(() -> outcome.flatMap(OutcomeInfo::error));
        return error.map(known -> known.lineOf(step.id()))
                .or(() -> outcome.map(OutcomeInfo::text).filter(text -> !text.isEmpty()))
                .orElseGet(() -> step.reason().text());
    }

    static String word(Step step, Optional<OutcomeInfo> outcome) {
        if (step.action() == Action.BLOCKED || outcome.isEmpty()) {
            return PlanText.word(step.action());
        }
        return switch (outcome.orElseThrow().outcome()) {
            case DONE -> done(step);
            case PENDING -> "pending";
            case SKIPPED -> "skipped";
            case FAILED -> "failed";
        };
    }

    private static String done(Step step) {
        if (step.ensure() == Ensure.ABSENT) {
            return "removed";
        }
        return switch (step.action()) {
            case MIGRATE -> "migrated";
            case REPLACE -> "replaced";
            default -> "installed";
        };
    }

    private static String pad(String word) {
        return Column.pad(word, "installed".length()) + INDENT;
    }

    static String count(Result.Planned planned) {
        Summary summary = Summary.of(planned);
        List<String> parts = new ArrayList<>();
        add(parts, summary.of(Outcome.DONE), "done");
        add(parts, summary.of(Outcome.PENDING), "pending");
        add(parts, summary.of(Outcome.FAILED), "failed");
        add(parts, blocked(planned), "blocked");
        if (parts.isEmpty()) {
            parts.add("0 changes");
        }
        parts.add(summary.of(Action.KEEP) + " in place");
        return String.join(", ", parts) + ".";
    }

    /** Those that failed, for their content is broken, are counted as failed. */
    static int blocked(Result.Planned planned) {
        return (int) planned.plan().steps().stream()
                .filter(step -> step.action() == Action.BLOCKED && step.error().isEmpty())
                .count();
    }

    private static void add(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }
}
