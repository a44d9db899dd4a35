// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The check of this machine, as people read it. */
public final class DoctorText {
    private DoctorText() {}

    /** One line for each thing looked at, and one more where there is something to do. */
    public static List<String> lines(Result.Checked checked) {
        List<String> lines = new ArrayList<>();
        for (Result.DoctorLine line : checked.lines()) {
            String status = line.status().name().toLowerCase(Locale.ROOT);
            lines.add(Column.pad(status, 4) + "   " + Column.pad(line.subject(), 8) + "   " + line.text());
            if (!line.hint().isEmpty()) {
                lines.add(" ".repeat(18) + line.hint());
            }
        }
        return lines;
    }
}
