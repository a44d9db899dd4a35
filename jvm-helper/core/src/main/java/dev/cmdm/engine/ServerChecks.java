// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Result.DoctorLine;
import dev.cmdm.answer.Result.DoctorLine.Status;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.Meeting;
import dev.cmdm.mdm.SizeLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What servers showed of themselves, looked at one thing after the other: TLS, clock and limits. */
final class ServerChecks {
    /** Time enough to renew a certificate before anything breaks. */
    private static final Duration SOON = Duration.ofDays(30);

    /** What a token of a minute and a certificate of today can bear. */
    private static final Duration SLIGHT = Duration.ofSeconds(30);

    /** Tokens and signed requests are refused from about here on. */
    private static final Duration MUCH = Duration.ofMinutes(5);

    private final Instant now;
    private final long reserve;

    /**
     * Checks.
     *
     * @param now by this machine's clock
     * @param reserve how many calls of a quota are left to others
     */
    ServerChecks(Instant now, long reserve) {
        this.now = now;
        this.reserve = reserve;
    }

    /** Lines about each server that answered, the MDM's own limits behind. */
    List<DoctorLine> lines(List<Meeting> met, Capabilities able) {
        List<DoctorLine> lines = new ArrayList<>();
        for (Meeting meeting : met) {
            lines.add(tls(meeting));
            meeting.skew().map(skew -> clock(meeting, skew)).ifPresent(lines::add);
            meeting.remaining().map(left -> quota(meeting, left)).ifPresent(lines::add);
        }
        lines.add(able.command()
                .map(ServerChecks::size)
                .orElseGet(() -> new DoctorLine(
                        Status.OK, "limits", "no command of " + able.product() + " carries a profile", "")));
        return lines;
    }

    private DoctorLine tls(Meeting meeting) {
        if (meeting.tls().isEmpty() || meeting.certificateUntil().isEmpty()) {
            return new DoctorLine(Status.OK, "TLS", "none: " + meeting.address() + " is on this machine", "");
        }
        Duration left = Duration.between(now, meeting.certificateUntil().orElseThrow());
        String text = meeting.address() + ": " + meeting.tls().orElseThrow() + ", its certificate is good for "
                + left.toDays() + " days";
        return left.compareTo(SOON) < 0
                ? new DoctorLine(Status.WARN, "TLS", text, "renew it before it stops every Mac")
                : new DoctorLine(Status.OK, "TLS", text, "");
    }

    private static DoctorLine clock(Meeting meeting, Duration skew) {
        if (skew.abs().compareTo(SLIGHT) <= 0) {
            return new DoctorLine(Status.OK, "clock", "goes with that of " + meeting.address(), "");
        }
        String text = skew.abs().toSeconds() + " s " + (skew.isNegative() ? "ahead of" : "behind") + " that of "
                + meeting.address();
        Status status = skew.abs().compareTo(MUCH) < 0 ? Status.WARN : Status.FAIL;
        return new DoctorLine(status, "clock", text, "set this machine's clock, for tokens and certificates go by it");
    }

    private DoctorLine quota(Meeting meeting, long left) {
        String more = meeting.reset()
                .map(reset -> ", more in " + reset.toSeconds() + " s")
                .orElse("");
        String text = meeting.address() + " takes " + left + " calls more" + more;
        return left > reserve
                ? new DoctorLine(Status.OK, "quota", text, "")
                : new DoctorLine(
                        Status.WARN,
                        "quota",
                        text,
                        "nothing more is sent until then; others use it up, or lower mdm.quota_reserve (" + reserve
                                + ")");
    }

    private static DoctorLine size(SizeLimit limit) {
        return new DoctorLine(
                Status.OK,
                "limits",
                limit.maximum() == Long.MAX_VALUE
                        ? "none known for the size of a profile"
                        : "a command carries a profile of up to " + limit.maximum() + " "
                                + limit.unit().words(),
                "");
    }
}
