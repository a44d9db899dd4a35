// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Result;
import java.util.List;
import java.util.Locale;

/** What came of a command that a person wanted, as people read it. */
public final class CommandText {
    private CommandText() {}

    /** One line. */
    public static List<String> lines(Result.Commanded commanded) {
        String id = commanded.commandUuid().isEmpty() ? "" : " (" + commanded.commandUuid() + ")";
        return List.of(commanded.requestType() + "   "
                + commanded.outcome().name().toLowerCase(Locale.ROOT) + "   "
                + commanded.error().map(ErrorInfo::line).orElse(commanded.text()) + id);
    }
}
