// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** A whole page: self-contained, without a script, and with a policy that lets a browser load and run nothing. */
final class HtmlPage {
    private static final String RULES = "page.css";

    private HtmlPage() {}

    /**
     * The page.
     *
     * @param title what a browser's tab and a screen reader say first
     * @param header who and when
     * @param main what there is to say
     */
    static String of(String title, Html header, List<Html> main) {
        String rules = rules();
        Html head = Html.of(
                "head",
                meta("charset", "utf-8"),
                policy(rules),
                named("viewport", "width=device-width, initial-scale=1"),
                named("color-scheme", "light dark"),
                named("referrer", "no-referrer"),
                named("robots", "noindex"),
                Html.of("title", title),
                Html.style(rules));
        Html body = Html.of("body", header, Html.of("main", main), footer());
        return "<!DOCTYPE html>\n" + Html.of("html", head, body).with("lang", "en") + "\n";
    }

    private static Html footer() {
        return Html.of("footer", Html.of("p", "Made by cmdm. Settings are named here, their values never."));
    }

    private static Html named(String name, String content) {
        return meta("name", name).with("content", content);
    }

    private static Html meta(String attribute, String value) {
        return Html.of("meta").with(attribute, value);
    }

    /** Nothing but this very look: no script, no picture, no address, not even another style. */
    private static Html policy(String rules) {
        return meta("http-equiv", "Content-Security-Policy")
                .with(
                        "content",
                        "default-src 'none'; style-src 'sha256-" + digest(rules)
                                + "'; base-uri 'none'; form-action 'none'");
    }

    private static String digest(String rules) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(rules.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every Java has to have", e);
        }
    }

    private static String rules() {
        try (InputStream stream = HtmlPage.class.getResourceAsStream(RULES)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks " + RULES);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
