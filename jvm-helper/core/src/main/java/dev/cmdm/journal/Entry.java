// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import dev.cmdm.plan.Deferral;
import dev.cmdm.plan.Migration;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Record;
import dev.cmdm.profile.ProfileKey;
import java.time.Instant;

/** One line of the journal: something that became known at a moment. */
public sealed interface Entry {
    /** When it became known. */
    Instant at();

    /** Does what fits the kind of this entry. */
    <R> R match(Cases<R> cases);

    /** When a command is about to be sent, or sent once more under its id; stored before the request leaves. */
    record Sending(Instant at, Pending attempt) implements Entry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sending(this);
        }
    }

    /** When the server answered that it queued a command. */
    record Queued(Instant at, String commandUuid) implements Entry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.queued(this);
        }
    }

    /** When the server answered that it was asked for just this before, and sent nothing. */
    record Unchanged(Instant at, String commandUuid) implements Entry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unchanged(this);
        }
    }

    /**
     * When nothing was queued by the last sending of a command: the server refused it, was not reached, or
     * had it already. What was known before that sending is true again.
     */
    record Withdrawn(Instant at, String commandUuid, String why) implements Entry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.withdrawn(this);
        }
    }

    /** When the server's queue was looked at for a command. */
    record Looked(Instant at, String commandUuid, boolean found) implements Entry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.looked(this);
        }
    }

    /** When the server told what became of a command. */
    record Answered(Instant at, String commandUuid, Pending.Report report) implements Entry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.answered(this);
        }
    }

    /** When a delivered or adopted profile was seen on the Mac; ends what was pending for it with this content. */
    record Seen(Instant at, Record record) implements Entry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.seen(this);
        }
    }

    /** When a profile was seen to be gone; ends a pending removal and what was recorded. */
    record Gone(Instant at, ProfileKey key) implements Entry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.gone(this);
        }
    }

    /** When nobody waits for a pending command any more: its deadline passed, or a person wants another attempt. */
    record GivenUp(Instant at, String commandUuid, String why) implements Entry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.givenUp(this);
        }
    }

    /** When a person let go of a profile: what was pending and what was recorded of it counts no more. */
    record Forgotten(Instant at, ProfileKey key) implements Entry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.forgotten(this);
        }
    }

    /** When a local copy is about to be removed, so that the MDM's can come; stored before. */
    record Migrating(Instant at, Migration migration) implements Entry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.migrating(this);
        }
    }

    /** When the content that the MDM did not bring is about to be put back locally; stored before. */
    record PutBack(Instant at, ProfileKey key) implements Entry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.putBack(this);
        }
    }

    /** When nothing is left to repair of a migration, although the MDM's copy was not seen. */
    record Migrated(Instant at, ProfileKey key) implements Entry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.migrated(this);
        }
    }

    /** When it became known that something the MDM was asked for at this moment has happened since. */
    record Reached(Instant at) implements Entry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.reached(this);
        }
    }

    /** When the MDM said that it takes no more for a while. */
    record Deferred(Instant at, Deferral deferral) implements Entry {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.deferred(this);
        }
    }

    /** What to do for each kind of entry. */
    interface Cases<R> {
        /** For a command about to be sent. */
        R sending(Sending entry);

        /** For a command that was queued. */
        R queued(Queued entry);

        /** For a command that the server was asked for before. */
        R unchanged(Unchanged entry);

        /** For a sending that queued nothing. */
        R withdrawn(Withdrawn entry);

        /** For a look at the queue. */
        R looked(Looked entry);

        /** For a result that the server told. */
        R answered(Answered entry);

        /** For a profile that was seen. */
        R seen(Seen entry);

        /** For a profile that is gone. */
        R gone(Gone entry);

        /** For a command that was given up. */
        R givenUp(GivenUp entry);

        /** For a profile that was let go of. */
        R forgotten(Forgotten entry);

        /** For a local copy about to make way. */
        R migrating(Migrating entry);

        /** For content about to be put back locally. */
        R putBack(PutBack entry);

        /** For a migration that is over. */
        R migrated(Migrated entry);

        /** For a touch of the MDM. */
        R reached(Reached entry);

        /** For an MDM that takes no more. */
        R deferred(Deferred entry);
    }
}
