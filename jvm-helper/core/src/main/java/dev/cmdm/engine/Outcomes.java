// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Errors;
import dev.cmdm.answer.Exit;
import dev.cmdm.answer.Result;
import dev.cmdm.answer.Result.OutcomeInfo;
import dev.cmdm.apply.Failure;
import dev.cmdm.apply.Outcome;
import dev.cmdm.plan.Step;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Outcomes as an answer tells them. */
final class Outcomes {
    private Outcomes() {}

    /** An outcome, and what is wrong with its step's content in the very words of the step. */
    static OutcomeInfo info(Outcome outcome, Optional<Step> step) {
        return new OutcomeInfo(
                outcome.stepId(),
                result(outcome.result()),
                outcome.since().map(Outcomes::moment).orElse(""),
                outcome.commandUuid().orElse(""),
                words(outcome),
                outcome.error()
                        .filter(failure -> outcome.result() == Outcome.Result.FAILED)
                        .map(failure ->
                                step.flatMap(Step::error).map(Errors::of).orElseGet(() -> error(failure))));
    }

    private static String words(Outcome outcome) {
        return outcome.notBefore()
                .filter(moment -> outcome.result() == Outcome.Result.PENDING)
                .map(moment -> outcome.words() + "; not sent again before " + moment(moment))
                .orElse(outcome.words());
    }

    private static String moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static Result.Outcome result(Outcome.Result result) {
        return switch (result) {
            case DONE -> Result.Outcome.DONE;
            case PENDING -> Result.Outcome.PENDING;
            case SKIPPED -> Result.Outcome.SKIPPED;
            case FAILED -> Result.Outcome.FAILED;
        };
    }

    static ErrorInfo error(Failure failure) {
        return new ErrorInfo(
                word(failure.kind()),
                failure.what(),
                failure.where(),
                failure.hint(),
                exit(failure.kind()),
                failure.retryable());
    }

    private static String word(Failure.Kind kind) {
        return switch (kind) {
            case AUTHENTICATION_REFUSED -> "mdm-authentication";
            case UNREACHABLE, ANSWERS_LOST -> "mdm-unreachable";
            case UNKNOWN_DEVICE -> "mdm-unknown-device";
            case NOT_ENROLLED -> "mdm-not-enrolled";
            case REFUSED, IDS_TAKEN -> "mdm-refused";
            case TOO_LARGE -> "mdm-too-large";
            case QUOTA -> "mdm-quota";
            case NO_LONGER_QUEUED, NOT_SEEN -> "not-seen";
            case REFUSED_BY_MAC -> "mac-refused";
            case LOCAL_REFUSED -> "local-refused";
            case JOURNAL_UNAVAILABLE -> "journal-unavailable";
            case STATE_UNREADABLE -> "state-unreadable";
            case BROKEN -> "bad-value";
        };
    }

    private static int exit(Failure.Kind kind) {
        return switch (kind) {
            case AUTHENTICATION_REFUSED -> Exit.AUTHENTICATION;
            case UNREACHABLE, ANSWERS_LOST -> Exit.UNAVAILABLE;
            case BROKEN -> Exit.DATA;
            default -> Exit.FAILED;
        };
    }
}
