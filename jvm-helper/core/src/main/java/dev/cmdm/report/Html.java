// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A piece of a page. The only place that writes markup, so text gets into a page escaped or not at all; what is
 * written is well-formed XML too.
 */
final class Html {
    private static final Set<String> VOID = Set.of("meta", "rect");

    private final String name;
    private final Map<String, String> attributes;
    private final List<Html> inner;
    private final String text;

    private Html(String name, Map<String, String> attributes, List<Html> inner, String text) {
        this.name = name;
        this.attributes = attributes;
        this.inner = List.copyOf(inner);
        this.text = text;
    }

    /** Text, on one line, with what a screen would obey or not show made visible. */
    static Html text(String text) {
        return new Html("", Map.of(), List.of(), Shown.of(text));
    }

    /** The rules of a page's look, as they are. */
    static Html style(String rules) {
        return new Html("style", Map.of(), List.of(new Html("", Map.of(), List.of(), rules)), "");
    }

    /** An element of others. */
    static Html of(String name, Html... inner) {
        return of(name, Arrays.asList(inner));
    }

    /** An element of others. */
    static Html of(String name, List<Html> inner) {
        return new Html(name, Map.of(), inner, "");
    }

    /** An element of text. */
    static Html of(String name, String text) {
        return of(name, text(text));
    }

    /** The same element with one more attribute. */
    Html with(String attribute, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Html(name, more, inner, text);
    }

    /** The same element in a class of the page's look. */
    Html as(String look) {
        return with("class", look);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        write(out);
        return out.toString();
    }

    private void write(StringBuilder out) {
        if (name.isEmpty()) {
            out.append(escaped(text));
            return;
        }
        out.append('<').append(name);
        attributes.forEach((attribute, value) -> out.append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(Shown.of(value)))
                .append('"'));
        if (VOID.contains(name)) {
            out.append("/>");
            return;
        }
        out.append('>');
        inner.forEach(piece -> piece.write(out));
        out.append("</").append(name).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
