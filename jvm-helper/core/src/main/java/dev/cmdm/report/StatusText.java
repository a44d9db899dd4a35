// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.Result;
import dev.cmdm.answer.Standing;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is pending or failed, as people read it: how it stands, and below it what happens next. */
public final class StatusText {
    private static final int STATE_WIDTH = 7;

    private final Instant now;
    private final int width;

    private StatusText(Instant now, int width) {
        this.now = now;
        this.width = width;
    }

    /** All of it, and how many. */
    public static List<String> lines(Result.Status status, Instant now) {
        int width = status.standings().stream()
                .mapToInt(standing -> standing.sent().key().toString().length())
                .max()
                .orElse(0);
        StatusText text = new StatusText(now, width);
        List<String> lines = new ArrayList<>();
        status.standings().forEach(standing -> text.add(lines, standing));
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.addAll(status.notes());
        lines.add(count(status));
        return lines;
    }

    private static String count(Result.Status status) {
        long failed = status.standings().stream().filter(Standing::failed).count();
        long pending = status.standings().size() - failed;
        if (failed + pending == 0) {
            return status.notes().isEmpty() ? "Nothing is pending." : "Nothing is known to be pending.";
        }
        return failed == 0
                ? pending + " pending."
                : pending == 0 ? failed + " failed." : pending + " pending, " + failed + " failed.";
    }

    private void add(List<String> lines, Standing standing) {
        String name = standing.sent().key().toString();
        String state = standing.failed() ? "failed" : "pending";
        lines.add(Column.pad(name, width) + "   " + Column.pad(state, STATE_WIDTH) + "   " + how(standing));
        lines.add(" ".repeat(width + STATE_WIDTH + 6) + next(standing));
    }

    private String how(Standing standing) {
        Pending sent = standing.sent();
        String ago = Words.ago(Duration.between(sent.lastSentAt(), now));
        String what = sent.removes() ? "its removal was sent " : "sent ";
        String place = sent.removes() ? "still on this Mac" : "not seen on this Mac";
        return switch (standing.code()) {
            case ANSWER_LOST -> what + ago + ", the answer was lost, " + place + "; the next run finds out";
            case NO_LONGER_QUEUED ->
                what + ago + ", no longer queued at the MDM, " + place + "; this Mac may have refused it";
            case REFUSED_BY_MAC -> what + ago + ", this Mac refused it: " + refusal(sent);
            case NOT_SEEN_IN_TIME -> what + ago + ", " + place + " in time";
            default -> what + ago + ", " + place + atTheMdm(sent);
        };
    }

    private static String refusal(Pending sent) {
        return sent.report().map(Pending.Report::text).orElse("");
    }

    private static String atTheMdm(Pending sent) {
        if (sent.isReported(Pending.Report.Status.ACKNOWLEDGED)) {
            return ", although the Mac acknowledged it";
        }
        return sent.isReported(Pending.Report.Status.NOT_NOW)
                ? ", put off by the Mac when last asked (NotNow: asleep or locked?)"
                : (queued(sent) ? ", still queued at the MDM when last asked" : "") + " (asleep or locked?)";
    }

    private static boolean queued(Pending sent) {
        return sent.looks().seenAt().isPresent() && sent.looks().absentSince().isEmpty();
    }

    private String next(Standing standing) {
        Pending sent = standing.sent();
        String who = "owner " + sent.owner().name() + ", attempt " + sent.attempt() + "; ";
        return standing.next().isAfter(now)
                ? who + "sent anew in " + Words.span(Duration.between(now, standing.next()))
                        + " unless it is seen; by the next run: cmdm retry " + sent.key()
                : who + "the next run sends it anew";
    }
}
