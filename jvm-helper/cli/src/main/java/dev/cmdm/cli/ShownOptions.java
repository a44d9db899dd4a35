// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Request;
import dev.cmdm.desired.FileUnreadableException;
import dev.cmdm.engine.ProfileFiles;
import dev.cmdm.wire.ShownPlanReader;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The plan that somebody looked at, by its file or by its digest alone. */
final class ShownOptions {
    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Refuse, with 5, unless the plan is still the one that 'cmdm plan -o json' wrote here;"
                    + " - is standard input.")
    private @Nullable String file;

    @Option(
            names = "--plan-digest",
            paramLabel = "DIGEST",
            description = "The same by the digest that such a plan holds.")
    private @Nullable String digest;

    /**
     * What was shown.
     *
     * @throws FileUnreadableException when the file holds no plan
     */
    Optional<Request.Shown> read(InputStream standardInput) {
        return file == null
                ? Optional.ofNullable(digest).map(Request.Shown::here)
                : Optional.of(read(file, standardInput));
    }

    private static Request.Shown read(String file, InputStream standardInput) {
        byte[] answer = new ProfileFiles(standardInput)
                .find(List.of(file))
                .get(0)
                .content()
                .get();
        return ShownPlanReader.find(answer)
                .orElseThrow(
                        () -> new FileUnreadableException(file, "it holds no plan; write one with cmdm plan -o json"));
    }
}
