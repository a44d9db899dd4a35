// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.Result;
import dev.cmdm.journal.History;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What was sent and what came of it, as people read it: one line each, the youngest last. */
public final class HistoryText {
    private final List<History.Line> lines;
    private final DateTimeFormatter time;

    private HistoryText(List<History.Line> lines, ZoneId zone) {
        this.lines = lines;
        this.time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /** All of it, with times as in a zone. */
    public static List<String> lines(Result.Past past, ZoneId zone) {
        return past.lines().isEmpty()
                ? List.of("Nothing was sent from here yet.")
                : new HistoryText(past.lines(), zone).lines();
    }

    private List<String> lines() {
        int who = width(line -> line.event().owner());
        int word = width(line -> line.event().word());
        int profile = width(line -> line.event().profile());
        return lines.stream()
                .map(line -> time.format(line.event().at()) + "   "
                        + Column.pad(line.event().owner(), who) + "   "
                        + Column.pad(line.event().word(), word) + "   "
                        + Column.pad(line.event().profile(), profile) + "   "
                        + line.event().text())
                .toList();
    }

    private int width(Function<History.Line, String> column) {
        return Column.width(lines.stream().map(column).toList());
    }
}
