// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Prospect;
import dev.cmdm.plan.ReasonCode;
import java.time.Instant;

/**
 * How a command that was sent and not seen stands.
 *
 * @param sent the command
 * @param code which case it is
 * @param next the earliest moment at which a run sends it again
 */
public record Standing(Pending sent, ReasonCode code, Instant next) {
    /** How a command stands by what is known of it. */
    public static Standing of(Pending sent, Prospect prospect) {
        return new Standing(sent, code(sent, prospect), prospect.next());
    }

    /** Whether it counts as failed until it is seen. */
    public boolean failed() {
        return code == ReasonCode.NOT_SEEN_IN_TIME
                || code == ReasonCode.NO_LONGER_QUEUED
                || code == ReasonCode.REFUSED_BY_MAC;
    }

    private static ReasonCode code(Pending sent, Prospect prospect) {
        if (prospect.refused()) {
            return ReasonCode.REFUSED_BY_MAC;
        }
        if (prospect.late()) {
            return ReasonCode.NOT_SEEN_IN_TIME;
        }
        if (sent.answer() == Pending.Answer.UNANSWERED) {
            return ReasonCode.ANSWER_LOST;
        }
        return prospect.lost() ? ReasonCode.NO_LONGER_QUEUED : ReasonCode.SENT_NOT_SEEN;
    }
}
