// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.Near;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The codes that findings on files can have: of lint, between profiles, and of how a file is written and signed. */
final class CodeWords {
    private static final Set<String> READING = Set.of(
            "attribute",
            "byte-order-mark",
            "comment",
            "comment-in-value",
            "crlf",
            "doctype-first",
            "early-signer",
            "expired-signer",
            "html-escaped",
            "leading-space",
            "sha1-signature",
            "space-in-number",
            "trailing-nul",
            "trailing-space",
            "unknown-issuer");
    private static final Set<String> ALL = all();

    private CodeWords() {}

    private static Set<String> all() {
        Set<String> words = new TreeSet<>(READING);
        words.add(Conflicts.CODE);
        Arrays.stream(Code.values()).map(Code::word).forEach(words::add);
        return words;
    }

    static boolean known(String word) {
        return ALL.contains(word);
    }

    static boolean anyKnown(Predicate<String> wanted) {
        return ALL.stream().anyMatch(wanted);
    }

    /** The one that a misspelt word was perhaps meant to be. */
    static Optional<String> findNear(String word) {
        return Near.find(word, ALL);
    }
}
