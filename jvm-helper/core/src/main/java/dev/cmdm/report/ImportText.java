// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.Result;
import dev.cmdm.installed.Origin;
import dev.cmdm.scaffold.Scaffold;
import java.util.ArrayList;
import java.util.List;

/** What became of an import, as people read it: each profile with its file, and below it what could not be recovered. */
public final class ImportText {
    private static final String INDENT = "  ";

    private ImportText() {}

    /** All of it, and how many. */
    public static List<String> lines(Result.Imported imported) {
        List<Scaffold.Entry> profiles = imported.scaffold().profiles();
        int width = Column.width(
                profiles.stream().map(entry -> entry.key().toString()).toList());
        List<String> lines = new ArrayList<>();
        for (Scaffold.Entry entry : profiles) {
            lines.add(INDENT + Column.pad(Shown.of(entry.key().toString()), width) + "   " + where(entry));
            entry.losses().forEach(loss -> lines.add(INDENT + INDENT + INDENT + Shown.of(loss.line())));
        }
        imported.warnings().forEach(warning -> lines.add(INDENT + "warning  " + Shown.of(warning)));
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(count(imported));
        return lines;
    }

    private static String where(Scaffold.Entry entry) {
        if (entry.file().isEmpty()) {
            return "left out";
        }
        return origin(entry.origin()) + entry.file() + (entry.proven() ? "   recovered whole" : "");
    }

    private static String origin(Origin origin) {
        return switch (origin) {
            case MDM -> "by MDM    ";
            case LOCAL -> "locally   ";
            case UNKNOWN -> "unknown   ";
        };
    }

    private static String count(Result.Imported imported) {
        List<Scaffold.Entry> profiles = imported.scaffold().profiles();
        long left = profiles.stream().filter(entry -> entry.file().isEmpty()).count();
        long whole = profiles.stream().filter(Scaffold.Entry::proven).count();
        long written = profiles.size() - left;
        return written + (written == 1 ? " profile" : " profiles") + " written to " + imported.folder() + ", " + whole
                + " recovered whole, " + left + " left out. Nothing was changed on the Mac.";
    }
}
