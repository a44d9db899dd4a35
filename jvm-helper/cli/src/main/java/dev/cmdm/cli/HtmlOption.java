// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Answer;
import dev.cmdm.engine.OutputFiles;
import dev.cmdm.report.PlanHtml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An answer as a page, beside the one that is printed. */
final class HtmlOption {
    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "Write the answer as a page too, readable by its owner only; a page that is there is replaced.")
    private @Nullable Path file;

    /**
     * Refuses what can be no such file, before anything is asked or done.
     *
     * @throws UsageException when it is a folder, or has no name
     */
    void check() {
        if (file == null) {
            return;
        }
        String name = file.toString();
        if (name.isEmpty() || name.equals("-")) {
            throw new UsageException("--html needs a file of its own; standard output has the answer already");
        }
        if (Files.isDirectory(file)) {
            throw new UsageException("--html " + name + " is a folder; name a file in it");
        }
    }

    /**
     * Writes the page, if one was asked for: whole or not at all.
     *
     * @param when the answer came
     * @throws dev.cmdm.answer.OutputFailedException when it cannot be written
     */
    void write(Answer answer, Instant when) {
        if (file != null) {
            byte[] page = PlanHtml.page(answer, when).getBytes(StandardCharsets.UTF_8);
            OutputFiles.write(file, page, Optional.empty(), true);
        }
    }
}
