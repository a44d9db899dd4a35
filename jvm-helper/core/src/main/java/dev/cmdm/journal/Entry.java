// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Record;
import dev.cmdm.profile.ProfileKey;
import java.time.Instant;

/** One line of the journal: something that became known at a moment. */
public sealed interface Entry {
    /** When it became known. */
    Instant at();

    /** When a command is about to be sent, or sent once more under its id; stored before the request leaves. */
    record Sending(Instant at, Pending attempt) implements Entry {}

    /** When the server answered that it queued a command. */
    record Queued(Instant at, String commandUuid) implements Entry {}

    /** When the server refused a command or was not reached, so that nothing was queued. */
    record Withdrawn(Instant at, String commandUuid, String why) implements Entry {}

    /** When the server's queue was looked at for a command. */
    record Looked(Instant at, String commandUuid, boolean found) implements Entry {}

    /** When a delivered or adopted profile was seen on the Mac; ends what was pending for it with this content. */
    record Seen(Instant at, Record record) implements Entry {}

    /** When a profile was seen to be gone; ends a pending removal and what was recorded. */
    record Gone(Instant at, ProfileKey key) implements Entry {}

    /** When a pending command passed its deadline or is known to be lost, and is given up. */
    record GivenUp(Instant at, String commandUuid, String why) implements Entry {}
}
