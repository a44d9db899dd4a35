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
 * @param asked when, in the time that never goes back
 */
record Awaited(Step step, Optional<Pending> sent, Duration asked) {

    /** The change as a reading shows it, or nothing while it does not. */
    Optional<Entry> findEnd(Sight sight) {
        return sent.isPresent()
                ? sight.findEnd(sent.orElseThrow())
                : sight.findGone(step.key().orElseThrow());
    }

    /** The same with what became known of its command since. */
    Awaited with(Pending known) {
        return new Awaited(step, Optional.of(known), asked);
    }
}
