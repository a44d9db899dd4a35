// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for users lists what lint can say. */
class LintPageTest {
    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z-]+)` \\| (error|warning|info) \\| (.+) \\| (.+) \\|");

    @Test
    void everyCodeHasARowWithItsSeverityAnExampleAndNoOtherCodeHas() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../../docs/lint.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Code.values())
                        .map(code -> code.word() + " " + code.severity().word())
                        .toList());
    }
}
