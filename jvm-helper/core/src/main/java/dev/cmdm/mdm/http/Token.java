// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * What a server gave to show for a while.
 *
 * @param value the token itself; kept in memory only
 * @param lifetime how long it is good, from the moment it was asked for; a day is held to be the longest, whatever
 *     number a server tells
 */
public record Token(Secret value, Duration lifetime) {
    /** A request may be on its way so long, so that a token is replaced so much before its end. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private static final Duration LONGEST = Duration.ofDays(1);

    /** How long a token is good that does not say so; a server that ends it earlier says 401. */
    private static final Duration UNTOLD = Duration.ofSeconds(60);

    public Token {
        lifetime = lifetime.compareTo(LONGEST) > 0 ? LONGEST : lifetime;
    }

    /**
     * A token as a server tells it.
     *
     * @param lifetime how long it is good; a span that is over already says as much as none
     * @return nothing when the text cannot follow {@code Bearer} in a header (RFC 6750, 2.1)
     */
    public static Optional<Token> find(String text, Optional<Duration> lifetime) {
        boolean fits = !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
        Duration told =
                lifetime.filter(span -> span.compareTo(Duration.ZERO) > 0).orElse(UNTOLD);
        return fits ? Optional.of(new Token(Secret.of(text), told)) : Optional.empty();
    }

    /** For how long it is shown: all its life but the last minute, or but a quarter when it is short. */
    Duration shown() {
        Duration quarter = lifetime.dividedBy(4);
        return lifetime.minus(quarter.compareTo(MARGIN) < 0 ? quarter : MARGIN);
    }
}
