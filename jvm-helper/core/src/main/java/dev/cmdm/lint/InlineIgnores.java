// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.plist.KeyPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
            Set<String> codes = Set.of(comment.group(1).split("[,\\s]+"));
            ignores.add(new Itself(lineOf(xml, comment.start())));
            ignores.add(comment.start() < root ? new Whole(codes) : following(xml, comment, codes));
        }
        return ignores;
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
