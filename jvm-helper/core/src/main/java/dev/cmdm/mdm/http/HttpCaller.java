// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.LinkException;
import dev.cmdm.mdm.Meeting;
import dev.cmdm.mdm.OneLine;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.secret.Secret;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Calls one server. It follows no redirect, and repeats only what is safe to repeat. TLS 1.2 or later, certificates
 * checked by the platform's trust and one's own authorities, no switch against that. One call at a time.
 */
public final class HttpCaller implements AutoCloseable {
    private static final String MASK = "***";

    private final ServerUrl url;
    private final Authorization authorization;
    private final HttpLimits limits;
    private final Link link;
    /** Made at once when files go into it, so that what is wrong with them is known before anything is sent. */
    private final @Nullable SSLContext own;

    private final Talk talk;
    private final Repeating repeating;
    private final Set<String> masked = new LinkedHashSet<>();
    private @Nullable Transport transport;

    /**
     * A caller; no connection is made yet.
     *
     * @param authorization what calls are sent with that are not sent openly
     * @param link how the server is reached
     * @throws LinkException when a file or the proxy that the link names cannot be used
     */
    public HttpCaller(ServerUrl url, Authorization authorization, HttpLimits limits, Repeats repeats, Link link) {
        this.url = url;
        this.authorization = authorization;
        this.limits = limits;
        this.link = link;
        this.own = Tls.isOwn(link) ? Tls.context(link) : null;
        this.talk = new Talk(url, line -> link.debug().accept(words(line)));
        this.repeating = new Repeating(repeats, link, talk::say);
    }

    /** A caller of a server as it is set up, with the usual limits and repeats. */
    public static HttpCaller of(ServerAccess access, Authorization authorization) {
        return of(access.url(), authorization, access.link());
    }

    /** A caller of any server with the usual limits and repeats. */
    static HttpCaller of(ServerUrl url, Authorization authorization, Link link) {
        return new HttpCaller(url, authorization, HttpLimits.USUAL, Repeats.USUAL, link);
    }

    /** Where the server is, without the credential. */
    public String address() {
        return url.address();
    }

    /** What the server showed of itself at the last answer; nothing before, and without TLS. */
    public Optional<ServerTls> met() {
        return transport == null ? Optional.empty() : transport.met();
    }

    /**
     * Calls and waits for the whole answer, more than once where that is safe. Never throws for what a server or a
     * network does.
     */
    public Exchange call(HttpCall call) {
        call.headers().secrets().forEach(this::mask);
        return repeating.call(call, () -> admitted(call));
    }

    /** A call that is refused what it showed is made once more if there is something else to show: nothing was done. */
    private Exchange admitted(HttpCall call) {
        if (!call.authenticated()) {
            return once(call, Optional.empty());
        }
        Exchange first = shown(call);
        return first instanceof Exchange.Answer answer && answer.status() == 401 && authorization.renew()
                ? shown(call)
                : first;
    }

    private Exchange shown(HttpCall call) {
        Authorization.Pass pass = authorization.pass();
        authorization.secrets().forEach(this::mask);
        return pass instanceof Authorization.Pass.Shown shown
                ? once(call, shown.value())
                : ((Authorization.Pass.Withheld) pass).instead();
    }

    private Exchange once(HttpCall call, Optional<Secret> shown) {
        talk.asks(call);
        Duration begun = link.timing().elapsed();
        Crossing crossing = new Crossing();
        Transport own = transport();
        FutureTask<Exchange> task = new FutureTask<>(() -> own.exchange(call, shown, crossing));
        // Of its own, because looking up a name cannot be interrupted, only left behind.
        Thread thread = new Thread(task, "cmdm-mdm-call");
        thread.setDaemon(true);
        thread.start();
        Exchange exchange = await(task, crossing, limits.whole(call.body().size()));
        talk.heard(exchange, link.timing().elapsed().minus(begun));
        if (exchange instanceof Exchange.Answer answer) {
            link.met().accept(meeting(answer));
        }
        return exchange;
    }

    /**
     * The server's own words, fit for a message: one line, shortened, every credential masked if the
     * server repeats it, and without the content that some errors end with.
     */
    public String words(String raw) {
        authorization.secrets().forEach(this::mask);
        String clean = raw;
        for (String secret : masked) {
            clean = clean.replace(secret, MASK);
        }
        int content = clean.indexOf("raw content:");
        return OneLine.of(content < 0 ? clean : clean.substring(0, content));
    }

    private void mask(Secret secret) {
        if (!secret.expose().isEmpty()) {
            masked.add(secret.expose());
        }
    }

    /** Closes the authorization too. */
    @Override
    public void close() {
        disconnect();
        authorization.close();
    }

    private void disconnect() {
        if (transport != null) {
            transport.close();
            transport = null;
        }
    }

    private Meeting meeting(Exchange.Answer answer) {
        Instant now = link.timing().now();
        RateLimit limit = RateLimit.of(answer.headers(), now);
        Optional<Duration> skew = RateLimit.findDate(answer.headers()).map(there -> Duration.between(now, there));
        return new Meeting(
                address(),
                met().map(ServerTls::version),
                met().map(ServerTls::until),
                skew,
                limit.remaining(),
                limit.reset());
    }

    private Exchange await(FutureTask<Exchange> task, Crossing crossing, Duration whole) {
        try {
            return task.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return abandon(
                    crossing,
                    "no whole answer within " + whole.toSeconds() + " s",
                    "no connection within " + whole.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return abandon(
                    crossing,
                    "cmdm was stopped while it waited for the answer",
                    "cmdm was stopped before it was asked");
        } catch (ExecutionException e) {
            return failed(crossing, e.getCause());
        }
    }

    /** The transport goes with the call, for a call left behind may still hold its connection. */
    private Exchange abandon(Crossing crossing, String lost, String unreachable) {
        crossing.giveUp();
        disconnect();
        return outcome(crossing, lost, unreachable);
    }

    private Exchange failed(Crossing crossing, @Nullable Throwable cause) {
        if (cause instanceof IOException failure) {
            return failed(crossing, failure);
        } else if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("a call failed in a way that no network does", cause);
    }

    private Exchange failed(Crossing crossing, IOException failure) {
        // An alert of the handshake: the server never let the request in, though in TLS 1.3 it was written already.
        boolean lost = crossing.crossed() && !(failure instanceof SSLHandshakeException);
        return lost
                ? new Exchange.Lost(address() + ": " + NetworkWords.lost(failure, limits))
                : new Exchange.Unreachable(
                        address() + ": " + NetworkWords.unreachable(failure, limits), NetworkWords.lasting(failure));
    }

    private Exchange outcome(Crossing crossing, String lost, String unreachable) {
        return crossing.crossed()
                ? new Exchange.Lost(address() + ": " + lost)
                : new Exchange.Unreachable(address() + ": " + unreachable);
    }

    private Transport transport() {
        if (transport == null) {
            SSLContext tls = own == null ? Tls.context(link) : own;
            transport = new Transport(url, limits, tls, link.proxy().filter(proxy -> proxy.serves(url)));
        }
        return transport;
    }
}
