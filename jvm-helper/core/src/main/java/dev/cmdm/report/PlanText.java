// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.Errors;
import dev.cmdm.answer.Result;
import dev.cmdm.answer.Summary;
import dev.cmdm.lint.Finding;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Change;
import dev.cmdm.plan.Route;
import dev.cmdm.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan as people read it: one line says what, to whom, by which way and why. */
public final class PlanText {
    private static final String INDENT = "  ";

    private PlanText() {}

    /**
     * The whole plan.
     *
     * @param all whether profiles that stay are listed one by one
     */
    public static List<String> lines(Result.Planned planned, boolean all) {
        List<String> lines = new ArrayList<>();
        lines.add(header(planned.header()));
        lines.add("");
        List<Step> shown = planned.plan().steps().stream()
                .filter(step -> all || step.action() != Action.KEEP)
                .toList();
        Columns columns = Columns.of(shown);
        shown.forEach(step -> step(lines, step, columns));
        int kept = Summary.of(planned).of(Action.KEEP);
        if (!all && kept > 0) {
            lines.add(INDENT + columns.action("keep") + profiles(kept) + "   --all lists them");
        }
        planned.findings().forEach(finding -> lines.add(INDENT + finding(finding)));
        if (!lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
        lines.add(count(planned) + " Nothing was changed.");
        return lines;
    }

    static String header(Result.Header header) {
        List<String> parts = new ArrayList<>();
        parts.add(header.device().serial());
        parts.add("macOS " + header.device().macos());
        parts.add(DeviceWords.enrollment(header.device().enrollment()));
        parts.add(header.server().isEmpty() ? "no MDM configured" : header.server());
        parts.add("owner " + header.owner() + (header.scope().isEmpty() ? "" : ", " + header.scope()));
        return String.join("   ", parts);
    }

    private static void step(List<String> lines, Step step, Columns columns) {
        lines.add((INDENT
                        + columns.action(word(step.action()))
                        + columns.name(step.id())
                        + columns.route(route(step))
                        + why(step))
                .stripTrailing());
        for (Change change : step.changes()) {
            lines.add(INDENT + INDENT + columns.action("") + change.payloadType() + "  " + change.keyPath() + "   "
                    + change.kind().name().toLowerCase(Locale.ROOT));
        }
    }

    private static String why(Step step) {
        return step.error()
                .map(error -> Errors.of(error).lineOf(step.id()))
                .orElseGet(
                        () -> step.reason().text() + differences(step.changes().size()));
    }

    private static String differences(int count) {
        if (count == 0) {
            return "";
        }
        return count == 1 ? ": 1 setting differs" : ": " + count + " settings differ";
    }

    static String count(Result.Planned planned) {
        Summary summary = Summary.of(planned);
        int toDo = summary.of(Action.REMOVE)
                + summary.of(Action.MIGRATE)
                + summary.of(Action.REPLACE)
                + summary.of(Action.INSTALL);
        List<String> parts = new ArrayList<>();
        parts.add(toDo + " to do");
        if (summary.of(Action.WAIT) > 0) {
            parts.add(summary.of(Action.WAIT) + " waiting");
        }
        if (summary.of(Action.BLOCKED) > 0) {
            parts.add(summary.of(Action.BLOCKED) + " blocked");
        }
        parts.add(summary.of(Action.KEEP) + " in place");
        return String.join(", ", parts) + ".";
    }

    /** One finding in one line. */
    static String finding(Finding finding) {
        String place = finding.keyPath().isEmpty() ? "" : " at " + finding.keyPath();
        return finding.severity().word() + "  " + finding.identifier() + place + ": " + finding.message()
                + (finding.hint().isEmpty() ? "" : "; " + finding.hint()) + " (" + finding.code() + ")";
    }

    static String route(Step step) {
        return switch (step.route()) {
            case MDM -> "by MDM";
            case LOCAL -> "locally";
            case NONE -> "";
        };
    }

    static String word(Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private static String profiles(int count) {
        return count == 1 ? "1 profile" : count + " profiles";
    }

    /** How wide the columns must be. */
    private record Columns(int actionWidth, int nameWidth, boolean routed) {
        static Columns of(List<Step> steps) {
            int name = steps.stream().mapToInt(step -> step.id().length()).max().orElse(0);
            boolean routed = steps.stream().anyMatch(step -> step.route() != Route.NONE);
            return new Columns("blocked".length(), Math.min(name, 60), routed);
        }

        String action(String word) {
            return Column.pad(word, actionWidth) + INDENT;
        }

        String name(String name) {
            return Column.pad(name, nameWidth) + "   ";
        }

        String route(String words) {
            return routed ? Column.pad(words, "by MDM".length()) + "   " : "";
        }
    }
}
