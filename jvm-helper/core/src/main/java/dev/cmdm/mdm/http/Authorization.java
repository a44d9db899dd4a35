// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.secret.Secret;
import java.util.List;
import java.util.Optional;

/** What lets requests in. */
public interface Authorization {
    /** What a request is sent with. */
    sealed interface Pass {
        /** When it may go: the value of the field {@code Authorization}; nothing where the body lets it in. */
        record Shown(Optional<Secret> value) implements Pass {
            Shown(String value) {
                this(Optional.of(Secret.of(value)));
            }
        }

        /** When nothing could be had to show, so that the request is not sent: what it gets for an answer instead. */
        record Withheld(Exchange instead) implements Pass {}
    }

    /** What the next request is sent with. */
    Pass pass();

    /** Whether another try makes sense after the server refused what was shown; then that is not shown again. */
    boolean renew();

    /** What must not stand in any message. */
    List<Secret> secrets();

    /** Lets go of what it opened; whoever calls with it does that. */
    default void close() {}

    /** A user and a password, the same all the time. (RFC 7617.) */
    static Authorization basic(String user, Secret password) {
        return new Basic(user, password);
    }

    /** A token that was made for this purpose and does not expire during a run. (RFC 6750.) */
    static Authorization bearer(Secret token) {
        return new Bearer(token);
    }

    /** Secrets that requests carry in their bodies, so that they show none. */
    static Authorization inBody(List<Secret> secrets) {
        return new InBody(secrets);
    }
}
