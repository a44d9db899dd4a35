// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.journal.Entry;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Step;
import java.time.Duration;
import java.util.Optional;

/**
 * A change that was asked for and not seen yet.
 *
 * @param step the step that asked for it
 * @param sent its command; nothing for a change by Apple's own tool
 * @param expected what Apple's own tool was asked to install; nothing for a removal, and for a command
 * @param asked when, in the time that never goes back
 */
record Awaited(Step step, Optional<Pending> sent, Optional<Expected> expected, Duration asked) {

    /** A change by a command. */
    static Awaited byMdm(Step step, Pending sent, Duration asked) {
        return new Awaited(step, Optional.of(sent), Optional.empty(), asked);
    }

    /** An installation by Apple's own tool. */
    static Awaited installation(Step step, Expected expected, Duration asked) {
        return new Awaited(step, Optional.empty(), Optional.of(expected), asked);
    }

    /** A removal by Apple's own tool. */
    static Awaited removal(Step step, Duration asked) {
        return new Awaited(step, Optional.empty(), Optional.empty(), asked);
    }

    /** The change as a reading shows it, or nothing while it does not. */
    Optional<Entry> findEnd(Sight sight) {
        if (sent.isPresent()) {
            return sight.findEnd(sent.orElseThrow());
        }
        return expected.isPresent()
                ? sight.findSeen(expected.orElseThrow())
                : sight.findGone(step.key().orElseThrow());
    }

    /** Whether its end is that a profile is gone. */
    boolean removes() {
        return step.delivery().isEmpty();
    }

    /** Whether it was asked for by the command of this id. */
    boolean isOf(String commandUuid) {
        return sent.filter(attempt -> attempt.commandUuid().equals(commandUuid)).isPresent();
    }

    /** Whether the Mac refused its command, as the server tells, so that nobody needs to wait for it. */
    boolean refused() {
        return sent.filter(attempt -> attempt.isReported(Pending.Report.Status.REFUSED))
                .isPresent();
    }

    /** The same with what became known of its command since. */
    Awaited with(Pending known) {
        return byMdm(step, known, asked);
    }
}
