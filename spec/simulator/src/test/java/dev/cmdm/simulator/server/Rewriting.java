// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import com.dd.plist.BinaryPropertyListWriter;
import com.dd.plist.PropertyListParser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Replaces ids and times of a recording by others, also inside base64 inside base64. */
final class Rewriting {
    /** A string of JSON that is the base64 of something in XML. */
    private static final Pattern JSON_DATA = Pattern.compile("(\")(PD94bWw[A-Za-z0-9+/=]+)(\")");

    private static final Pattern PLIST_DATA = Pattern.compile("(<data>)([A-Za-z0-9+/=\\s]+)(</data>)");

    /** Behind Go's escape of an angle bracket a word begins, too. */
    private static final String WORD_BEGINS = "(?:(?<![\\w-])|(?<=\\\\u003[ce]))";

    private final Map<Pattern, String> replacements = new LinkedHashMap<>();

    /** Replaces this text, where it stands as a word, by that. */
    Rewriting with(String from, String to) {
        return withPattern(
                WORD_BEGINS + Pattern.quote(from) + "(?![\\w-])",
                to.replace("\\", "\\\\").replace("$", "\\$"));
    }

    Rewriting withPattern(String pattern, String to) {
        replacements.put(Pattern.compile(pattern), to);
        return this;
    }

    String apply(String text) {
        return text.startsWith("bplist") ? binary(text) : plain(data(data(text, JSON_DATA), PLIST_DATA));
    }

    private String plain(String text) {
        var result = text;
        for (var replacement : replacements.entrySet()) {
            result = replacement.getKey().matcher(result).replaceAll(replacement.getValue());
        }
        return result;
    }

    private String data(String text, Pattern pattern) {
        return pattern.matcher(text).replaceAll(match -> match.group(1) + encoded(match) + match.group(3));
    }

    private String encoded(MatchResult match) {
        var old = match.group(2);
        var content = new String(Base64.getMimeDecoder().decode(old), StandardCharsets.ISO_8859_1);
        if (!content.startsWith("<?xml")) {
            return old;
        }
        var bytes = apply(content).getBytes(StandardCharsets.ISO_8859_1);
        return old.startsWith("\n") ? wrapped(bytes) : Base64.getEncoder().encodeToString(bytes);
    }

    /** As the recorded commands have it: lines of 60 characters, two tabs deep. */
    private static String wrapped(byte[] bytes) {
        var lines = Base64.getMimeEncoder(60, "\n\t\t".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "\n\t\t" + lines + "\n\t\t";
    }

    private String binary(String text) {
        try {
            var plist = PropertyListParser.parse(text.getBytes(StandardCharsets.ISO_8859_1));
            var rewritten =
                    PropertyListParser.parse(plain(plist.toXMLPropertyList()).getBytes(StandardCharsets.UTF_8));
            return new String(BinaryPropertyListWriter.writeToArray(rewritten), StandardCharsets.ISO_8859_1);
        } catch (Exception e) {
            throw new IllegalStateException("a recorded binary list cannot be rewritten", e);
        }
    }
}
