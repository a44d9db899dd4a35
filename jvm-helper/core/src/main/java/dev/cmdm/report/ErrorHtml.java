// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.ErrorInfo;
import java.util.ArrayList;
import java.util.List;

/** What went wrong: in the very words it was told in, where, and what to do. */
final class ErrorHtml {
    private ErrorHtml() {}

    /**
     * One error.
     *
     * @param subject the name of what it is about, which is not said twice
     */
    static List<Html> of(ErrorInfo error, String subject) {
        List<Html> lines = new ArrayList<>();
        lines.add(Html.of("p", error.message()).as("wrong"));
        if (!error.hint().isEmpty()) {
            lines.add(Html.of("p", "What to do: " + error.hint()).as("hint"));
        }
        String where = error.where().isEmpty() || error.where().equals(subject) ? "" : error.where() + " · ";
        lines.add(Html.of("p", where + error.errorClass()).as("more"));
        return lines;
    }
}
