// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.plist.KeyPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What comments in a property list say is not to be heard: {@code <!-- cmdm-lint: ignore CODE … -->}. Before the first
 * element it is about the whole file, elsewhere about the value that follows.
 */
public final class InlineIgnores {
    private static final Pattern COMMENT =
            Pattern.compile("<!--\\s*cmdm-lint:\\s*ignore\\s+([a-z0-9*,\\s-]*?)\\s*-->\\s*");

    /** A key in one text, with its value; the five entities of XML in it are few enough to be left alone. */
    private static final Pattern KEY = Pattern.compile("<key>([^<]*)</key>");

    /** How many lines a key and the comment before it may be apart from where its value begins. */
    private static final int REACH = 3;

    private InlineIgnores() {}

    /**
     * Finds them in the text of a file.
     *
     * @param xml the text of an XML property list; whatever else it is holds none
     */
    public static List<Ignore> in(String xml) {
        List<Ignore> ignores = new ArrayList<>();
        int root = xml.indexOf("<plist");
        Matcher comment = COMMENT.matcher(xml);
        while (comment.find()) {
            Set<String> codes = codes(comment);
            ignores.add(new Itself(lineOf(xml, comment.start())));
            ignores.add(comment.start() < root ? new Whole(codes) : following(xml, comment, codes));
        }
        return ignores;
    }

    /**
     * What of them says nothing, for lint has no such code.
     *
     * @param xml the text of an XML property list
     * @param identifier of the profile in it
     */
    public static List<Finding> unknown(String xml, String identifier) {
        List<Finding> unknown = new ArrayList<>();
        Matcher comment = COMMENT.matcher(xml);
        while (comment.find()) {
            for (String word : codes(comment)) {
                if (!CodeWords.known(word)) {
                    unknown.add(unknown(word, identifier, lineOf(xml, comment.start())));
                }
            }
        }
        return unknown;
    }

    /** The word is not repeated: it stands among the contents of the profile. */
    private static Finding unknown(String word, String identifier, int line) {
        String hint = CodeWords.findNear(word).map("did you mean "::concat).orElse(Code.UNKNOWN_IGNORE.hint());
        return new Finding(
                Code.UNKNOWN_IGNORE.word(),
                Code.UNKNOWN_IGNORE.severity(),
                identifier,
                "",
                line,
                "a comment says to ignore a code that lint does not have",
                hint,
                "");
    }

    private static Set<String> codes(Matcher comment) {
        return Arrays.stream(comment.group(1).split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Ignore following(String xml, Matcher comment, Set<String> codes) {
        Matcher key = KEY.matcher(xml).region(comment.end(), xml.length());
        Optional<String> name = key.lookingAt() ? Optional.of(key.group(1)) : Optional.empty();
        return new Following(codes, name, lineOf(xml, comment.end()));
    }

    private static int lineOf(String xml, int at) {
        return 1
                + (int) xml.substring(0, at)
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }

    /** When reading says of such a comment that it is one. */
    private record Itself(int line) implements Ignore {
        @Override
        public boolean covers(Finding finding, String file) {
            return finding.code().equals("comment") && finding.line() == line;
        }
    }

    /** When a comment is about the whole file. */
    private record Whole(Set<String> codes) implements Ignore {
        @Override
        public boolean covers(Finding finding, String file) {
            return codes.contains(finding.code());
        }
    }

    /**
     * When a comment is about the value that follows.
     *
     * @param key the key that the value stands under, nothing for an item of an array
     * @param line where the key or the item begins
     */
    private record Following(Set<String> codes, Optional<String> key, int line) implements Ignore {
        @Override
        public boolean covers(Finding finding, String file) {
            return codes.contains(finding.code())
                    && key.map(name -> near(finding) && under(name, finding.keyPath()))
                            .orElse(finding.line() == line);
        }

        private boolean near(Finding finding) {
            return finding.line() >= line && finding.line() < line + REACH;
        }

        private static boolean under(String name, String keyPath) {
            String last = KeyPath.TOP.key(name).toString();
            return keyPath.equals(last) || keyPath.endsWith("." + last);
        }
    }
}
