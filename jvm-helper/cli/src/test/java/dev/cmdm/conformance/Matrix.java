// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found, as a table for people. */
final class Matrix {
    private static final String HEAD = """
            <!-- SPDX-FileCopyrightText: the cmdm authors -->
            <!-- SPDX-License-Identifier: Apache-2.0 -->
            # Which server does what

            Written by the conformance suite, which tries every behaviour with every adapter against its simulated server. A
            number is a difference that the server forces; anything else that fails stops the build.

            """;

    private Matrix() {}

    static String page() {
        Map<String, Integer> notes = new LinkedHashMap<>();
        String rows = Stream.of(Behaviour.values())
                .map(behaviour -> row(behaviour, notes))
                .collect(Collectors.joining("\n"));
        String list = notes.entrySet().stream()
                .map(note -> note.getValue() + ". " + note.getKey())
                .collect(Collectors.joining("\n"));
        return HEAD + header() + "\n" + rows + "\n\n" + list + "\n";
    }

    private static String header() {
        List<String> titles = Stream.of(Subject.values()).map(Subject::title).toList();
        return "| behaviour | " + String.join(" | ", titles) + " |\n|---|" + ":-:|".repeat(titles.size());
    }

    private static String row(Behaviour behaviour, Map<String, Integer> notes) {
        return Stream.of(Subject.values())
                .map(subject -> Difference.find(subject, behaviour)
                        .map(known -> note(known, notes))
                        .orElse("yes"))
                .collect(Collectors.joining(" | ", "| " + behaviour.sentence() + " | ", " |"));
    }

    private static String note(Difference known, Map<String, Integer> notes) {
        String words = known.words() + " ([" + section(known) + "](" + link(known) + "))";
        return "no, " + notes.computeIfAbsent(words, unused -> notes.size() + 1);
    }

    private static String section(Difference known) {
        return known.source().replace("docs/", "").replace("#", " ");
    }

    private static String link(Difference known) {
        String file = known.source().replaceFirst("#.*", "");
        return file.startsWith("docs/") ? file.substring("docs/".length()) : "../" + file;
    }
}
