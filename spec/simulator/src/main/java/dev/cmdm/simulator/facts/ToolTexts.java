// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.facts;

import java.util.List;
import java.util.Optional;

/**
 * The texts of Apple's command-line tools by release, from {@code profiles-tool.tsv}. A text is a template: names in
 * braces stand for what differs from Mac to Mac.
 */
public final class ToolTexts {
    /**
     * One text.
     *
     * @param from the first release that prints it
     * @param before the first release that does not any more; absent while it still does
     */
    public record Fact(
            String id,
            MacosVersion from,
            Optional<MacosVersion> before,
            Confidence confidence,
            String text,
            String source) {
        private static Fact of(Row row) {
            return new Fact(
                    row.get("id"),
                    MacosVersion.of(row.get("from")),
                    Optional.of(row.get("before"))
                            .filter(text -> !text.equals("-"))
                            .map(MacosVersion::of),
                    Confidence.of(row.get("confidence")),
                    row.get("text").replace("\\n", "\n").replace("\\t", "\t"),
                    row.get("source"));
        }

        /** True when this release prints the text. */
        public boolean holdsOn(MacosVersion version) {
            return version.atLeast(from)
                    && before.map(end -> !version.atLeast(end)).orElse(true);
        }
    }

    private static final List<Fact> FACTS =
            Table.rows("profiles-tool.tsv").stream().map(Fact::of).toList();

    private ToolTexts() {}

    /** Every fact, in the order of the table. */
    public static List<Fact> all() {
        return FACTS;
    }

    /** The text of this id on this release, if it has one there. */
    public static Optional<String> find(String id, MacosVersion version) {
        return FACTS.stream()
                .filter(fact -> fact.id().equals(id) && fact.holdsOn(version))
                .map(Fact::text)
                .findFirst();
    }

    /**
     * The text of this id on this release.
     *
     * @throws IllegalArgumentException if the release has none
     */
    public static String get(String id, MacosVersion version) {
        return find(id, version)
                .orElseThrow(() -> new IllegalArgumentException("macOS " + version + " has no text " + id));
    }
}
