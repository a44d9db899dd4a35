// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import dev.cmdm.answer.Result.Outcome;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A plan and its outcomes in numbers.
 *
 * @param counts how many steps of each action and, after an apply, of each outcome; stable order
 * @param exit the plain exit number
 * @param detailedExit the exit number for {@code --detailed-exitcode}
 */
public record Summary(Map<String, Integer> counts, int exit, int detailedExit) {

    /** Counts a result. */
    public static Summary of(Result.Planned planned) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Action action : Action.values()) {
            counts.put(word(action), count(planned, action));
        }
        for (Outcome outcome : Outcome.values()) {
            counts.put(word(outcome), count(planned, outcome));
        }
        return new Summary(counts, Exit.worst(plain(planned)), Exit.worst(detailed(planned)));
    }

    /** How many steps of an action. */
    public int of(Action action) {
        return counts.getOrDefault(word(action), 0);
    }

    /** How many outcomes of a kind. */
    public int of(Outcome outcome) {
        return counts.getOrDefault(word(outcome), 0);
    }

    private static List<Integer> errors(Result.Planned planned) {
        List<Integer> exits = new ArrayList<>();
        planned.plan().steps().stream()
                .flatMap(step -> step.error().stream())
                .forEach(error -> exits.add(Errors.of(error).exit()));
        planned.outcomes().stream()
                .flatMap(outcome -> outcome.error().stream())
                .forEach(error -> exits.add(error.exit()));
        return exits;
    }

    private static List<Integer> plain(Result.Planned planned) {
        List<Integer> exits = errors(planned);
        if (count(planned, Action.BLOCKED) > 0 || count(planned, Outcome.FAILED) > 0) {
            exits.add(Exit.FAILED);
        }
        return exits;
    }

    private static List<Integer> detailed(Result.Planned planned) {
        List<Integer> exits = errors(planned);
        boolean applied = !planned.outcomes().isEmpty();
        boolean changes =
                applied ? count(planned, Outcome.DONE) > 0 : planned.plan().changes();
        boolean pending = applied ? count(planned, Outcome.PENDING) > 0 : count(planned, Action.WAIT) > 0;
        if (count(planned, Outcome.FAILED) > 0) {
            exits.add(Exit.FAILED);
        }
        if (planned.plan().steps().stream().anyMatch(Summary::blocked)) {
            exits.add(Exit.BLOCKED);
        }
        if (pending) {
            exits.add(Exit.PENDING);
        }
        if (changes) {
            exits.add(Exit.CHANGES);
        }
        return exits;
    }

    private static boolean blocked(Step step) {
        return step.action() == Action.BLOCKED && step.error().isEmpty();
    }

    private static int count(Result.Planned planned, Action action) {
        return (int) planned.plan().steps().stream()
                .filter(step -> step.action() == action)
                .count();
    }

    private static int count(Result.Planned planned, Outcome outcome) {
        return (int) planned.outcomes().stream()
                .filter(info -> info.outcome() == outcome)
                .count();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
