// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import java.util.EnumMap;
import java.util.Map;

/** What the crash test saw: how often it killed, when, and how many commands one change led to. */
final class GuaranteeTable {
    private final Map<CrashIT.Way, Map<Moment, Integer>> kills = new EnumMap<>(CrashIT.Way.class);
    private final Map<CrashIT.Way, Integer> most = new EnumMap<>(CrashIT.Way.class);

    synchronized void killed(CrashIT.Way way, Moment moment) {
        kills.computeIfAbsent(way, unused -> new EnumMap<>(Moment.class)).merge(moment, 1, Integer::sum);
    }

    synchronized void commands(CrashIT.Way way, int commands) {
        most.merge(way, commands, Math::max);
    }

    synchronized int kills(CrashIT.Way way) {
        return kills.getOrDefault(way, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** What {@code docs/guarantees.md} promises. */
    static String promise() {
        StringBuilder text = new StringBuilder("| way | commands to the MDM for one change, at most |\n|---|---|\n");
        for (CrashIT.Way way : CrashIT.Way.values()) {
            text.append(row(way.words(), way.allowed()));
        }
        return text.toString();
    }

    /** What a run of the test saw, as {@code docs/guarantees.md} tells it of a long one. */
    synchronized String seen() {
        StringBuilder text = new StringBuilder("| way | killed | kills |\n|---|---|---|\n");
        kills.forEach((way, moments) ->
                moments.forEach((moment, count) -> text.append(row(way.words(), moment.words(), count))));
        text.append("\n| way | commands to the MDM for one change, at most seen |\n|---|---|\n");
        most.forEach((way, commands) -> text.append(row(way.words(), commands)));
        return text.toString();
    }

    private static String row(Object... cells) {
        StringBuilder row = new StringBuilder("|");
        for (Object cell : cells) {
            row.append(' ').append(cell).append(" |");
        }
        return row.append('\n').toString();
    }
}
