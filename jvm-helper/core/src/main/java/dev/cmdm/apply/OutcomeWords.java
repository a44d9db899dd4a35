// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.plan.Pending;
import java.time.Duration;

/** What became of steps, in the same words everywhere. */
final class OutcomeWords {
    private OutcomeWords() {}

    static String seen(boolean removal, Duration took) {
        String span = Math.max(0, took.toSeconds()) + " s";
        return removal ? "gone from this Mac after " + span : "seen on this Mac after " + span;
    }

    static String underway(Pending sent, Duration age) {
        String span = Math.max(0, age.toSeconds()) + " s ago";
        String place = sent.removes() ? "still on this Mac" : "not yet on this Mac";
        return switch (sent.answer()) {
            case QUEUED -> "queued " + span + ", " + place + " (asleep or locked?)";
            case UNCHANGED -> "asked for " + span + ", which the MDM was before, " + place + " (asleep or locked?)";
            case UNANSWERED -> "sent " + span + ", its answer was lost, " + place + "; the next run finds out";
        };
    }
}
