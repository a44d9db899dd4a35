// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a Mac's touch with its MDM.
 *
 * @param enrolledAt when the present enrollment was installed, as the listing dates it
 * @param reachedAt since when, at the earliest, something that the MDM was asked for has happened on this Mac
 * @param deferral until when the MDM takes no more, if it said so
 */
public record Contact(Optional<Instant> enrolledAt, Optional<Instant> reachedAt, Optional<Deferral> deferral) {
    /** Nothing is known. */
    public static final Contact UNKNOWN = new Contact(Optional.empty(), Optional.empty());

    /** With an MDM that takes whatever is sent. */
    public Contact(Optional<Instant> enrolledAt, Optional<Instant> reachedAt) {
        this(enrolledAt, reachedAt, Optional.empty());
    }

    private static final Duration FRESH = Duration.ofHours(24);

    /** Whether this MDM was seen to reach this Mac within the last 24 hours; what the future holds proves nothing. */
    boolean proven(Instant now) {
        return reachedAt
                .filter(at -> !at.isAfter(now) && at.isAfter(now.minus(FRESH)))
                .filter(at -> enrolledAt.filter(at::isBefore).isEmpty())
                .isPresent();
    }
}
