// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import java.time.Instant;
import java.util.Optional;

/** What became of a command that was sent. Accepted never means installed. */
public sealed interface Delivery {
    /** When the server queued it; a push that failed only delays it, and is said. */
    record Queued(Optional<String> pushProblem) implements Delivery {}

    /** When the server knows the id already: an earlier request with it was queued. */
    record AlreadyQueued() implements Delivery {}

    /** When the server was asked for just this before, believes it done, and sent nothing. */
    record Unchanged() implements Delivery {}

    /** When the server does not manage this Mac. */
    record UnknownDevice() implements Delivery {}

    /** When the server knows this Mac and it is not enrolled, so that a command would never run. */
    record NotEnrolled() implements Delivery {}

    /** When the server refused the credential; nothing was queued. */
    record AuthenticationRefused() implements Delivery {}

    /** When the server refused the command for good; nothing was queued. The words are the server's, shortened. */
    record Refused(String words) implements Delivery {}

    /** When the server refused the command for its size; nothing was queued. */
    record TooLarge(String words) implements Delivery {}

    /** When the server's quota is used up until a moment, or nearly; nothing was queued. */
    record Deferred(Instant until, String why) implements Delivery {}

    /** When no request reached the server; nothing was queued. */
    record Unreachable(String why) implements Delivery {}

    /** When the request was written and no answer was read; whether it was queued is not known. */
    record Lost(String why) implements Delivery {}
}
