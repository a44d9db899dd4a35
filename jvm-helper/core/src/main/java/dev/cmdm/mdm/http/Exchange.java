// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.plist.Bytes;
import java.util.function.Function;

/** What became of a call. */
public sealed interface Exchange {
    /** When a whole answer was read, whatever its status. */
    record Answer(int status, Headers headers, Bytes body) implements Exchange {
        /** Whether the server refused the credential: 401 and 403. */
        public boolean refusesCredential() {
            return status == 401 || status == 403;
        }
    }

    /**
     * When nothing of the request was written: no address, no connection, no TLS; or when it was not even tried,
     * for the server is known to be down.
     *
     * @param why in our words, on one line
     * @param lasting whether another try would find the same, as with a certificate that is not trusted
     */
    record Unreachable(String why, boolean lasting) implements Exchange {
        /** One that another try may not find. */
        public Unreachable(String why) {
            this(why, false);
        }
    }

    /** When some of the request was written and no whole answer was read. The words are ours, on one line. */
    record Lost(String why) implements Exchange {}

    /** Asks one function per case. */
    default <R> R match(
            Function<? super Answer, ? extends R> answer,
            Function<? super Unreachable, ? extends R> unreachable,
            Function<? super Lost, ? extends R> lost) {
        if (this instanceof Answer answered) {
            return answer.apply(answered);
        } else if (this instanceof Unreachable nothing) {
            return unreachable.apply(nothing);
        }
        return lost.apply((Lost) this);
    }
}
