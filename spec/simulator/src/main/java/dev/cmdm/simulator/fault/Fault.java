// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.fault;

import java.time.Duration;

/** One way in which a request goes wrong. */
public sealed interface Fault {
    /** Happens after the server did what was asked: the connection closes and no answer is sent. */
    record LoseAnswer() implements Fault {}

    /** Happens before anything is done: the answer has this status and nothing was queued. */
    record Status(int status) implements Fault {}

    /** Happens before anything is done: the connection closes. */
    record Reset() implements Fault {}

    /** Happens before anything is done: the server waits this long, then goes on as usual. */
    record Delay(Duration duration) implements Fault {}
}
