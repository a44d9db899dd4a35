// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import java.time.Duration;

/**
 * How long a call may take.
 *
 * @param connect until one address of the server is connected to, and again until TLS stands
 * @param answer from the end of the request until its answer begins, and between any two parts of it
 * @param slowestBytesPerSecond how slow a link may be before a large request counts as stuck
 */
public record HttpLimits(Duration connect, Duration answer, int slowestBytesPerSecond) {
    /** Connect 5 s, answer 30 s, and for the request itself the time it takes at 512 kbit/s. */
    public static final HttpLimits USUAL = new HttpLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), 64 * 1024);

    /** How long a whole call may take, so that a server that drips its answer byte by byte holds nobody up. */
    public Duration whole(int requestBytes) {
        return connect.plus(answer).plusSeconds(requestBytes / slowestBytesPerSecond);
    }
}
