// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Pending.Report;
import dev.cmdm.plan.Pending.Report.Status;
import java.time.Duration;

/** What became of steps, in the same words everywhere. */
final class OutcomeWords {
    private OutcomeWords() {}

    static String seen(boolean removal, Duration took) {
        String span = Math.max(0, took.toSeconds()) + " s";
        return removal ? "gone from this Mac after " + span : "seen on this Mac after " + span;
    }

    /** The word of the history for what a server told of a command. */
    static String word(Report told) {
        return switch (told.status()) {
            case NOT_NOW -> "put off";
            case ACKNOWLEDGED -> "acknowledged";
            case REFUSED -> "refused";
            case UNKNOWN -> "never queued";
        };
    }

    static String reported(Report told) {
        return switch (told.status()) {
            case NOT_NOW -> "the Mac put it off (NotNow)";
            case ACKNOWLEDGED -> "the Mac acknowledged it; its list shows whether it is there";
            case REFUSED -> "this Mac refused it: " + told.text();
            case UNKNOWN -> "the MDM knows no such command";
        };
    }

    static String underway(Pending sent, Duration age) {
        String span = Math.max(0, age.toSeconds()) + " s ago";
        String place = sent.removes() ? "still on this Mac" : "not yet on this Mac";
        if (sent.isReported(Status.NOT_NOW)) {
            return "queued " + span + ", put off by the Mac (NotNow), " + place + " (asleep or locked?)";
        } else if (sent.isReported(Status.ACKNOWLEDGED)) {
            return "queued " + span + ", acknowledged by the Mac, " + place;
        }
        return switch (sent.answer()) {
            case QUEUED -> "queued " + span + ", " + place + " (asleep or locked?)";
            case UNCHANGED -> "asked for " + span + ", which the MDM was before, " + place + " (asleep or locked?)";
            case UNANSWERED -> "sent " + span + ", its answer was lost, " + place + "; the next run finds out";
        };
    }
}
