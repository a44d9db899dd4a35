// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The guards that a command line may move. */
final class GuardOptions {
    @Option(
            names = "--removal-limit",
            paramLabel = "N",
            description = "How many profiles may go for not being declared; default: 3.")
    private @Nullable Integer removalLimit;

    @Option(names = "--allow-empty", description = "Let an empty complete list remove everything it owns.")
    private boolean allowEmpty;

    @Option(
            names = "--keep",
            paramLabel = "IDENTIFIER",
            description = "Never remove this one for not being declared; may be repeated.")
    private List<String> keep = new ArrayList<>();

    Request.Options options(Request.Options defaults) {
        if (removalLimit != null && removalLimit < 0) {
            throw new UsageException("--removal-limit must be a number from 0 up");
        }
        if (keep.stream().anyMatch(String::isBlank)) {
            throw new UsageException("--keep names nothing; is a variable not set?");
        }
        return new Request.Options(
                defaults.mode(),
                defaults.waitSeconds(),
                defaults.shown(),
                defaults.only(),
                removalLimit == null ? defaults.removalLimit() : OptionalInt.of(removalLimit),
                allowEmpty,
                Set.copyOf(keep));
    }
}
