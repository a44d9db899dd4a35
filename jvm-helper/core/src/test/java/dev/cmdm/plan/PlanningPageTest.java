// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for users explains every reason that a step may have. */
class PlanningPageTest {
    private static final Path PAGE = Path.of("../../docs/planning.md");
    private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");
    private static final Set<String> CODES =
            Arrays.stream(ReasonCode.values()).map(ReasonCode::word).collect(Collectors.toSet());

    @Test
    void everyCodeStandsOnThePage() throws IOException {
        assertThat(codes(Files.readString(PAGE))).containsAll(CODES);
    }

    @Test
    void theTablesOfCodesNameNoOther() throws IOException {
        List<String> named = Arrays.stream(Files.readString(PAGE).split("\n\n"))
                .filter(part -> part.startsWith("|"))
                .flatMap(PlanningPageTest::columnOfCodes)
                .flatMap(PlanningPageTest::codes)
                .toList();
        assertThat(named).doesNotHaveDuplicates().hasSizeGreaterThan(15).allMatch(CODES::contains);
    }

    private static Stream<String> columnOfCodes(String table) {
        List<String[]> rows = table.lines().map(line -> line.split(" *\\| *")).toList();
        int column = Arrays.asList(rows.get(0)).indexOf("code");
        return column < 0 ? Stream.empty() : rows.stream().skip(2).map(row -> row[column]);
    }

    private static Stream<String> codes(String text) {
        return CODE.matcher(text).results().map((MatchResult found) -> found.group(1));
    }
}
