// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

/**
 * Why a step failed.
 *
 * @param kind the stable kind
 * @param what what is wrong, in one line, without any value of a profile and without a secret
 * @param where the server, the tool or the file it happened at; empty when there is no such place
 * @param hint what to do
 */
public record Failure(Kind kind, String what, String where, String hint) {

    /** The kinds of failure. */
    public enum Kind {
        /** The MDM refused the credential. */
        AUTHENTICATION_REFUSED,
        /** The MDM was not reached. */
        UNREACHABLE,
        /** The MDM takes commands and its answers do not arrive. */
        ANSWERS_LOST,
        /** The MDM does not manage this Mac. */
        UNKNOWN_DEVICE,
        /** The MDM knows this Mac as one that is not enrolled. */
        NOT_ENROLLED,
        /** The MDM refused the command. */
        REFUSED,
        /** The MDM refused the command for its size. */
        TOO_LARGE,
        /** The MDM's quota is used up. */
        QUOTA,
        /** Two new command ids in a row were taken already. */
        IDS_TAKEN,
        /** It left the MDM's queue and is not on the Mac. */
        NO_LONGER_QUEUED,
        /** The Mac refused it, as the MDM tells. */
        REFUSED_BY_MAC,
        /** It was sent and not seen before its deadline. */
        NOT_SEEN,
        /** Apple's tool refused the change. */
        LOCAL_REFUSED,
        /** The journal could not be written, so that nothing may be sent. */
        JOURNAL_UNAVAILABLE,
        /** The Mac could not be read. */
        STATE_UNREADABLE,
        /** The declared content broke a rule. */
        BROKEN
    }

    /** Whether the same may succeed later without any change to settings or profiles. */
    public boolean retryable() {
        return switch (kind) {
            case UNREACHABLE,
                    QUOTA,
                    ANSWERS_LOST,
                    IDS_TAKEN,
                    NO_LONGER_QUEUED,
                    REFUSED_BY_MAC,
                    NOT_SEEN,
                    STATE_UNREADABLE -> true;
            case AUTHENTICATION_REFUSED,
                    UNKNOWN_DEVICE,
                    NOT_ENROLLED,
                    REFUSED,
                    TOO_LARGE,
                    LOCAL_REFUSED,
                    JOURNAL_UNAVAILABLE,
                    BROKEN -> false;
        };
    }

    /** The failure in one line: where, what, and what to do. */
    public String line() {
        return (where.isEmpty() ? "" : where + ": ") + what + (hint.isEmpty() ? "" : "; " + hint);
    }
}
