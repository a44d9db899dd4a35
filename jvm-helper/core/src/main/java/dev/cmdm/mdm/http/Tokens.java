// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.Timing;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.Exchange.Unreachable;
import dev.cmdm.plist.Bytes;
import dev.cmdm.secret.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Shows tokens: gets one when it is first needed, the next before that one expires, and another once when a server
 * refuses one that should still be good.
 */
public final class Tokens implements Authorization {
    private final Source source;
    private final Timing timing;
    private @Nullable Token current;
    private Duration until = Duration.ZERO;
    private @Nullable Secret former;

    /** Tokens from a source; none is asked for yet. */
    public Tokens(Source source, Timing timing) {
        this.source = source;
        this.timing = timing;
    }

    /** Where tokens come from. */
    public interface Source {
        /** What came of asking for a token. */
        sealed interface Given {
            /** When there is one. */
            record New(Token token) implements Given {}

            /** When there is none: what a request that needs one gets for an answer. */
            record None(Exchange instead) implements Given {}

            /** What an exchange came to; the function reads its answer. */
            static Given of(Exchange exchange, Function<Answer, Given> answered) {
                return exchange.match(
                        answered,
                        unreachable -> none(unreachable.why()),
                        lost -> none("it gave no token: " + lost.why()));
            }

            /** None. Repeats were its own caller's, so that whoever waits for the token makes none. */
            static Given none(String why) {
                return new None(new Unreachable(why, true));
            }

            /** None, for whoever asked was refused, with whatever status. */
            static Given refused() {
                return new None(new Answer(401, Headers.NONE, new Bytes(new byte[0])));
            }
        }

        /** Asks for a token. Never throws for what a server does. */
        Given ask();

        /** What must not stand in any message. */
        List<Secret> secrets();

        /** Lets go of the connection. */
        void close();
    }

    @Override
    public Pass pass() {
        Token known = current;
        if (known != null && timing.elapsed().compareTo(until) < 0) {
            return shown(known);
        }
        Duration asked = timing.elapsed();
        Source.Given given = source.ask();
        if (given instanceof Source.Given.None none) {
            return new Pass.Withheld(none.instead());
        }
        Token token = ((Source.Given.New) given).token();
        keep(token, asked);
        return shown(token);
    }

    @Override
    public boolean renew() {
        boolean had = current != null;
        until = Duration.ZERO;
        return had;
    }

    @Override
    public List<Secret> secrets() {
        List<Secret> secrets = new ArrayList<>(source.secrets());
        if (current != null) {
            secrets.add(current.value());
        }
        if (former != null) {
            secrets.add(former);
        }
        return secrets;
    }

    @Override
    public void close() {
        source.close();
    }

    private void keep(Token token, Duration asked) {
        former = current == null ? null : current.value();
        current = token;
        until = asked.plus(token.shown());
    }

    private static Pass shown(Token token) {
        return new Pass.Shown("Bearer " + token.value().expose());
    }
}
