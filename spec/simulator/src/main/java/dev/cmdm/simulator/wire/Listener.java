// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Listens on loopback and frames answers as Go does. */
public final class Listener implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Listener.class.getName());

    /** Go's net/http knows the length of a body that fits its buffer and sends a longer one in chunks. */
    private static final int BUFFER = 2048;

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final HttpServer server;
    private final ExecutorService threads;
    private final Clock clock;
    private final Function<Request, CompletableFuture<Optional<Reply>>> handler;

    private Listener(
            HttpServer server,
            ExecutorService threads,
            Clock clock,
            Function<Request, CompletableFuture<Optional<Reply>>> handler) {
        this.server = server;
        this.threads = threads;
        this.clock = clock;
        this.handler = handler;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any
     * @param handler yields the answer, or nothing if the connection is to close without one
     * @throws UncheckedIOException if the port is taken
     */
    public static Listener start(int port, Clock clock, Function<Request, CompletableFuture<Optional<Reply>>> handler) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
            var listener = new Listener(server, Executors.newCachedThreadPool(), clock, handler);
            server.createContext("/", listener::handle);
            server.setExecutor(listener.threads);
            server.start();
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1, port " + port, e);
        }
    }

    /** Where it listens, without a trailing slash. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var request = read(exchange);
        var unused = CompletableFuture.completedFuture(request)
                .thenCompose(handler)
                .handle((reply, failure) -> {
                    if (failure == null) {
                        reply.ifPresent(answer -> send(exchange, answer));
                    } else {
                        LOG.log(
                                System.Logger.Level.ERROR,
                                "no answer to " + request.method() + " " + request.path(),
                                failure);
                    }
                    exchange.close();
                    return exchange;
                });
    }

    private Request read(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        return new Request(
                clock.instant(),
                exchange.getRequestMethod(),
                uri.getPath(),
                Optional.ofNullable(uri.getRawQuery()).orElse(""),
                headers(exchange),
                exchange.getRequestBody().readAllBytes());
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        var headers = new LinkedHashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return headers;
    }

    private static void send(HttpExchange exchange, Reply reply) {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        int size = reply.body().length;
        // Of HttpExchange: -1 means no body, 0 means chunks.
        long framing = size == 0 ? -1 : size > BUFFER ? 0 : size;
        try {
            exchange.sendResponseHeaders(reply.status(), framing);
            if (size > 0) {
                exchange.getResponseBody().write(reply.body());
            }
        } catch (IOException e) {
            // The caller has gone; there is nobody left to tell.
            exchange.close();
        }
    }
}
