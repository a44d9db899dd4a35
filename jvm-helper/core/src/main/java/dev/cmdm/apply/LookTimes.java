// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import java.time.Duration;
import java.util.Optional;

/** When a server is asked while the Mac is waited for: once at first, and then less and less often if it tells results. */
final class LookTimes {
    private static final Duration FIRST_SPAN = Duration.ofSeconds(2);

    private final boolean again;
    private Duration span = FIRST_SPAN;
    private Optional<Duration> next = Optional.of(Duration.ZERO);

    /**
     * Times for one wait.
     *
     * @param again whether it is asked more than once
     */
    LookTimes(boolean again) {
        this.again = again;
    }

    /** Whether it is to be asked now, in a time that never goes back; a yes counts as having asked. */
    boolean isTime(Duration now) {
        boolean due = next.filter(moment -> now.compareTo(moment) >= 0).isPresent();
        if (due) {
            next = again ? Optional.of(now.plus(span)) : Optional.empty();
            span = span.multipliedBy(2);
        }
        return due;
    }
}
