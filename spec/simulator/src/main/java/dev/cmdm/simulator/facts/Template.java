// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.facts;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills names in braces. */
public final class Template {
    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)}");

    private Template() {}

    /** The text with each {@code {name}} that has a value replaced; values are taken as they are, braces included. */
    public static String fill(String text, Map<String, String> values) {
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), name.group())));
    }
}
