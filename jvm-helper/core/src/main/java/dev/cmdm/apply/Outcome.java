// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.plan.Pending;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of one step.
 *
 * @param stepId its id
 * @param result what became of it
 * @param since when its command was first sent; nothing when none is underway
 * @param notBefore when it is sent anew at the earliest; nothing when none is underway
 * @param commandUuid the id of its command; nothing when there was none
 * @param error why it failed, or what else went wrong
 * @param words one phrase for people
 */
public record Outcome(
        String stepId,
        Result result,
        Optional<Instant> since,
        Optional<Instant> notBefore,
        Optional<String> commandUuid,
        Optional<Failure> error,
        String words) {

    /** What may become of a step. */
    public enum Result {
        /** Its end was seen in a later reading of the Mac. */
        DONE,
        /** It was sent, or waits for something, and its end is not seen yet. */
        PENDING,
        /** It was not tried, and nothing is underway. */
        SKIPPED,
        /** It failed. */
        FAILED
    }

    static Outcome done(String stepId, Optional<Pending> sent, String words) {
        return new Outcome(
                stepId,
                Result.DONE,
                sent.map(Pending::sentAt),
                Optional.empty(),
                sent.map(Pending::commandUuid),
                Optional.empty(),
                words);
    }

    static Outcome skipped(String stepId, String words) {
        return new Outcome(
                stepId, Result.SKIPPED, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), words);
    }

    /** A step that is tried again by itself; nothing is underway. */
    static Outcome deferred(String stepId, Failure failure) {
        return new Outcome(
                stepId,
                Result.PENDING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(failure),
                failure.what());
    }

    static Outcome failed(String stepId, Failure failure) {
        return new Outcome(
                stepId,
                Result.FAILED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(failure),
                failure.line());
    }
}
