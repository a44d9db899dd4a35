// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.OneLine;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls one server. It follows no redirect and repeats nothing: whether a request may be repeated only
 * its sender knows. TLS 1.2 or later, certificates checked by the platform's trust store, no switch
 * against that. One call at a time.
 */
public final class HttpCaller implements AutoCloseable {
    private static final String MASK = "***";

    private final ServerUrl url;
    private final String user;
    private final Secret password;
    private final HttpLimits limits;
    private @Nullable Transport transport;

    /**
     * A caller; no connection is made yet.
     *
     * @param user the user of Basic authentication, without a colon
     * @param password its password, which leaves this object in the header of requests only
     */
    public HttpCaller(ServerUrl url, String user, Secret password, HttpLimits limits) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.limits = limits;
    }

    /** Where the server is, without the credential. */
    public String address() {
        return url.address();
    }

    /** Calls and waits for the whole answer. Never throws for what a server or a network does. */
    public Exchange call(HttpCall call) {
        Crossing crossing = new Crossing();
        Transport own = transport();
        FutureTask<Exchange> task = new FutureTask<>(() -> own.exchange(call, authorization(call), crossing));
        // Of its own, because looking up a name cannot be interrupted, only left behind.
        Thread thread = new Thread(task, "cmdm-mdm-call");
        thread.setDaemon(true);
        thread.start();
        return await(task, crossing, limits.whole(call.body().size()));
    }

    /**
     * The server's own words, fit for a message: one line, shortened, the credential masked if the
     * server repeats it, and without the content that some errors end with.
     */
    public String words(String raw) {
        String masked = raw.replace(password.expose(), MASK).replace(basic(), MASK);
        int content = masked.indexOf("raw content:");
        return OneLine.of(content < 0 ? masked : masked.substring(0, content));
    }

    @Override
    public void close() {
        if (transport != null) {
            transport.close();
            transport = null;
        }
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
        close();
        return outcome(crossing, lost, unreachable);
    }

    private Exchange failed(Crossing crossing, @Nullable Throwable cause) {
        if (cause instanceof IOException failure) {
            return outcome(crossing, NetworkWords.lost(failure, limits), NetworkWords.unreachable(failure, limits));
        } else if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("a call failed in a way that no network does", cause);
    }

    private Exchange outcome(Crossing crossing, String lost, String unreachable) {
        return crossing.crossed()
                ? new Exchange.Lost(address() + ": " + lost)
                : new Exchange.Unreachable(address() + ": " + unreachable);
    }

    private Transport transport() {
        if (transport == null) {
            transport = new Transport(url, limits);
        }
        return transport;
    }

    private @Nullable String authorization(HttpCall call) {
        return call.authenticated() ? "Basic " + basic() : null;
    }

    private String basic() {
        byte[] pair = (user + ":" + password.expose()).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(pair);
    }
}
