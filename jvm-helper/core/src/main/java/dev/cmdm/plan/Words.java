// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import java.time.Duration;

/** Spans of time in words. */
public final class Words {
    private Words() {}

    /** A span in its largest fitting unit: {@code 40 s}, {@code 3 min}, {@code 24 h}, {@code 3 d}; never negative. */
    public static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7200) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }

    /** How long ago something was. */
    public static String ago(Duration span) {
        return span.toSeconds() < 1 ? "just now" : span(span) + " ago";
    }
}
