// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.plan.Pending.Report.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a command that was sent and not seen stands at a moment, and when it may be sent again. */
public final class Prospect {
    /** Two looks at a queue must lie this far apart before what neither found counts as not there. */
    private static final Duration APART = Duration.ofSeconds(60);

    private final Pending sent;
    private final Policy policy;
    private final Contact contact;
    private final Instant now;

    /** How a command stands now. */
    public Prospect(Pending sent, Policy policy, Contact contact, Instant now) {
        this.sent = sent;
        this.policy = policy;
        this.contact = contact;
        this.now = now;
    }

    /** Whether the deadline has passed; a sending far in the future was dated by a clock that was wrong. */
    public boolean late() {
        Duration age = Duration.between(sent.lastSentAt(), now).abs();
        return age.compareTo(policy.deadline()) >= 0;
    }

    /** Whether it will not come true: the Mac refused it, or it was in the queue, is not any more, and did nothing. */
    public boolean lost() {
        return refused() || (absent() && sent.looks().seenAt().isPresent());
    }

    /** Whether the Mac refused it, as its server tells. */
    public boolean refused() {
        return sent.isReported(Status.REFUSED);
    }

    /** Whether it never came to be queued: the server knows no such command, or two looks did not find it. */
    boolean neverQueued() {
        return sent.isReported(Status.UNKNOWN)
                || (absent() && sent.looks().seenAt().isEmpty());
    }

    /**
     * Whether two looks far enough apart did not find it. Whoever sends reads the Mac once more after
     * the second, so that nothing is repeated that came in between.
     */
    boolean absent() {
        Optional<Instant> first = sent.looks().absentSince();
        Optional<Instant> second = sent.looks().absentAgain();
        return first.isPresent()
                && second.isPresent()
                && !second.orElseThrow().isBefore(first.orElseThrow().plus(APART));
    }

    /** Whether the Mac was enrolled since, which cleared its queue. */
    boolean enrolledSince() {
        return contact.enrolledAt().filter(sent.lastSentAt()::isBefore).isPresent();
    }

    /** Whether the cool-down is over. */
    boolean cool() {
        return !now.isBefore(sent.lastSentAt().plus(policy.coolDown()));
    }

    /**
     * The earliest moment at which it is sent again: once the cool-down is over if it is known lost, once the MDM had time
     * to see by itself that nothing came if it sent nothing, else the deadline.
     */
    public Instant next() {
        if (sent.held()) {
            return sent.lastSentAt().plus(policy.nudgeAfter());
        }
        boolean early = enrolledSince() || (lost() && !sent.repeated());
        return sent.lastSentAt().plus(early ? policy.coolDown() : policy.deadline());
    }
}
