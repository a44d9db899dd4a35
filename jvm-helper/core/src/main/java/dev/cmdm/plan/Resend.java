// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether something that was sent may be sent again. A command whose answer was lost is resolved
 * first, however old it is; what is pending waits, and is sent anew only when it is known to be lost
 * and the cool-down is over, or when its deadline has passed. Both count from when it was last sent.
 * Until its deadline it is sent at most once more, by whichever rule.
 */
final class Resend {
    private final PlanInput input;

    Resend(PlanInput input) {
        this.input = input;
    }

    /**
     * What to do about an earlier attempt.
     *
     * @param waits whether nothing may be sent now
     * @param reason why; nothing when there is no earlier attempt that matters
     * @param repeats the id under which the same attempt is sent once more
     */
    record Answer(boolean waits, Optional<Reason> reason, Optional<String> repeats) {
        static final Answer FREE = new Answer(false, Optional.empty(), Optional.empty());

        static Answer waiting(ReasonCode code, String text) {
            return new Answer(true, Optional.of(new Reason(code, text)), Optional.empty());
        }

        static Answer anew(ReasonCode code, String text) {
            return new Answer(false, Optional.of(new Reason(code, text)), Optional.empty());
        }

        static Answer repeat(ReasonCode code, String text, Pending attempt) {
            return new Answer(false, Optional.of(new Reason(code, text)), Optional.of(attempt.commandUuid()));
        }
    }

    /** Whether a content may be sent that brings a UUID. */
    Answer install(ProfileKey key, Fingerprint fingerprint, String uuid) {
        Optional<Pending> last = input.findPending(key).filter(sent -> !sent.removes());
        if (last.isEmpty()) {
            return Answer.FREE;
        }
        Pending sent = last.orElseThrow();
        if (sent.fingerprint().filter(fingerprint::equals).isPresent()) {
            return decide(sent);
        }
        return sent.uuid().equalsIgnoreCase(uuid) ? behind(sent, prospect(sent)) : Answer.FREE;
    }

    Answer removal(ProfileKey key) {
        return input.findPending(key).filter(Pending::removes).map(this::decide).orElse(Answer.FREE);
    }

    private Answer decide(Pending last) {
        Prospect prospect = prospect(last);
        if (last.answer() == Pending.Answer.UNANSWERED) {
            return unanswered(last, prospect);
        }
        // While an older version stands there, forgetting it at the MDM could cost the Mac that one; an object of its
        // own is forgotten apart from the others.
        boolean nudgeable = last.held()
                && input.installed()
                        .copies(last.key())
                        .allMatch(there -> there.assigned().isPresent());
        return nudgeable ? unchanged(last, prospect) : queued(last, prospect);
    }

    private Answer unchanged(Pending last, Prospect prospect) {
        if (prospect.late() || !input.now().isBefore(prospect.next())) {
            return Answer.anew(
                    ReasonCode.NUDGED,
                    "the MDM holds that it sent it before, and it is not on this Mac; the MDM is made to forget that and"
                            + " asked anew");
        }
        return Answer.waiting(
                ReasonCode.SENT_NOT_SEEN,
                "asked for " + ago(last.lastSentAt())
                        + ", which the MDM holds to have sent before; not yet on this Mac, asked anew in "
                        + Words.span(between(prospect.next())));
    }

    private Prospect prospect(Pending sent) {
        return new Prospect(sent, input.policy(), input.contact(), input.now());
    }

    /**
     * What is to follow another content under one UUID waits for it: when that UUID shows up, nothing
     * could tell which of the two came. One that left the queue may still show up in a listing that lags.
     */
    private Answer behind(Pending sent, Prospect prospect) {
        boolean over = prospect.late()
                || prospect.refused()
                || (prospect.absent() && prospect.cool())
                || prospect.enrolledSince();
        return over
                ? Answer.FREE
                : Answer.waiting(
                        ReasonCode.AFTER_EARLIER_VERSION,
                        "another version with the same PayloadUUID was sent " + ago(sent.lastSentAt())
                                + " and is not yet on this Mac; this one follows it");
    }

    private Answer unanswered(Pending last, Prospect prospect) {
        boolean checksIds = input.server().filter(ServerLimits::checksIds).isPresent();
        if (checksIds) {
            return Answer.repeat(
                    ReasonCode.REPEAT_UNANSWERED, "the answer to it was lost; repeated under its id", last);
        }
        if (prospect.neverQueued() && !last.repeated()) {
            return Answer.repeat(ReasonCode.NEVER_QUEUED, "it never reached the MDM's queue; repeated once", last);
        }
        return prospect.late()
                ? notSeenInTime(last)
                : Answer.waiting(
                        ReasonCode.ANSWER_LOST,
                        "sent " + ago(last.lastSentAt()) + ", its answer was lost; finding out whether it was queued");
    }

    private Answer queued(Pending last, Prospect prospect) {
        if (prospect.late()) {
            return notSeenInTime(last);
        }
        boolean lost = prospect.lost();
        if ((lost || prospect.enrolledSince()) && !input.now().isBefore(prospect.next())) {
            return lost
                    ? Answer.anew(ReasonCode.KNOWN_LOST, lostWords(last, prospect) + "; sent anew")
                    : Answer.anew(ReasonCode.ENROLLED_ANEW, "this Mac was enrolled anew after it was sent; sent anew");
        }
        if (lost) {
            String again = "; sent again in " + Words.span(between(prospect.next()));
            return prospect.refused()
                    ? Answer.waiting(ReasonCode.REFUSED_BY_MAC, refusal(last) + again)
                    : Answer.waiting(
                            ReasonCode.NO_LONGER_QUEUED, "no longer queued at the MDM, " + where(last) + again);
        }
        return Answer.waiting(ReasonCode.SENT_NOT_SEEN, "sent " + ago(last.lastSentAt()) + ", " + where(last));
    }

    private static String lostWords(Pending last, Prospect prospect) {
        return prospect.refused() ? refusal(last) : "the command left the MDM's queue and did nothing on this Mac";
    }

    private static String refusal(Pending last) {
        return "this Mac refused it: " + last.report().map(Pending.Report::text).orElse("");
    }

    private Answer notSeenInTime(Pending last) {
        if (last.isReported(Pending.Report.Status.REFUSED)) {
            return Answer.anew(ReasonCode.NOT_SEEN_IN_TIME, refusal(last) + "; sent anew");
        }
        String span = Words.span(input.policy().deadline());
        return Answer.anew(
                ReasonCode.NOT_SEEN_IN_TIME,
                last.removes()
                        ? "still on this Mac " + span + " after its removal was sent; sent anew"
                        : "not seen on this Mac within " + span + " of being sent; sent anew");
    }

    private static String where(Pending last) {
        String place = last.removes() ? "still on this Mac" : "not yet on this Mac";
        if (last.isReported(Pending.Report.Status.NOT_NOW)) {
            return "put off by this Mac (NotNow), " + place;
        }
        return last.isReported(Pending.Report.Status.ACKNOWLEDGED) ? "acknowledged by this Mac, " + place : place;
    }

    private Duration between(Instant later) {
        return Duration.between(input.now(), later);
    }

    private String ago(Instant then) {
        return Words.ago(Duration.between(then, input.now()));
    }
}
