// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import dev.cmdm.desired.Owner;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileKey;
import java.time.Instant;
import java.util.Optional;

/**
 * The last command sent for a profile and not yet seen to have come true.
 *
 * @param key which profile
 * @param fingerprint the content sent; nothing for a removal
 * @param uuid the UUID to be expected on the Mac; empty for a removal
 * @param commandUuid the command's id
 * @param owner who declared it
 * @param sentAt when this attempt was first written
 * @param attempt counts from 1
 * @param repeated whether the attempt was sent a second time under its id
 * @param answer what the server said
 * @param looks what its queue showed since
 */
public record Pending(
        ProfileKey key,
        Optional<Fingerprint> fingerprint,
        String uuid,
        String commandUuid,
        Owner owner,
        Instant sentAt,
        int attempt,
        boolean repeated,
        Answer answer,
        Looks looks) {

    /** What the server said to a command. */
    public enum Answer {
        /** Nothing yet: the request was about to leave, or its answer was lost. */
        UNANSWERED,
        /** It queued the command. */
        QUEUED
    }

    /**
     * What the server's queue showed of a command.
     *
     * @param seenAt when it was last there
     * @param absentSince the first look that did not find it, since it was last there
     * @param absentAgain the last look that did not find it, at a later time
     */
    public record Looks(Optional<Instant> seenAt, Optional<Instant> absentSince, Optional<Instant> absentAgain) {
        /** No look yet. */
        public static final Looks NONE = new Looks(Optional.empty(), Optional.empty(), Optional.empty());

        /** After a look that found the command. */
        public Looks found(Instant now) {
            return new Looks(Optional.of(now), Optional.empty(), Optional.empty());
        }

        /** After a look that did not find it. */
        public Looks missed(Instant now) {
            return new Looks(seenAt, absentSince.or(() -> Optional.of(now)), Optional.of(now));
        }
    }

    /** Whether it is a removal. */
    public boolean removes() {
        return fingerprint.isEmpty();
    }

    /** The same attempt after another look at the queue. */
    public Pending with(Looks other) {
        return new Pending(key, fingerprint, uuid, commandUuid, owner, sentAt, attempt, repeated, answer, other);
    }

    /** The same attempt after the server's answer. */
    public Pending with(Answer other) {
        return new Pending(key, fingerprint, uuid, commandUuid, owner, sentAt, attempt, repeated, other, looks);
    }

    /** The same attempt, sent once more under its id. */
    public Pending again() {
        return new Pending(key, fingerprint, uuid, commandUuid, owner, sentAt, attempt, true, answer, Looks.NONE);
    }
}
