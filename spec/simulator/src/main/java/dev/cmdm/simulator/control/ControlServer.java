// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cmdm.simulator.facts.MacErrors.MacError;
import dev.cmdm.simulator.fault.BadFaultException;
import dev.cmdm.simulator.json.BadFieldException;
import dev.cmdm.simulator.mac.NotPossibleException;
import dev.cmdm.simulator.mac.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The control API: JSON over HTTP on the loopback interface. */
public final class ControlServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final HttpServer server;
    private final List<Routes> routes;

    private ControlServer(HttpServer server, List<Routes> routes) {
        this.server = server;
        this.routes = routes;
    }

    /**
     * Starts the API.
     *
     * @param port 0 for any
     * @param macs answers paths below /macs
     * @param servers answers paths below /servers
     * @param shutdown is run after /shutdown has been answered
     */
    public static ControlServer start(
            int port, MacRoutes macs, ServerRoutes servers, Runnable shutdown, Executor workers) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        ControlServer control = new ControlServer(http, List.of(macs, servers, new ShutdownRoute(workers, shutdown)));
        http.createContext("/", control::handle);
        http.setExecutor(workers);
        http.start();
        return control;
    }

    /** Where the API is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            byte[] body = (JSON.writeValueAsString(reply.json()) + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return Reply.error(413, "more than 64 MiB");
        }
        List<String> segments = Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        return reply(method, segments, new String(body, StandardCharsets.UTF_8))
                .orElseGet(() -> Reply.error(404, "nothing answers " + method + " " + path));
    }

    private Optional<Reply> reply(String method, List<String> path, String body) {
        try {
            for (Routes part : routes) {
                Optional<Reply> reply = part.answer(method, path, body);
                if (reply.isPresent()) {
                    return reply;
                }
            }
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(failure(e));
        }
    }

    private static Reply failure(Exception failure) {
        if (failure instanceof RefusedException refused) {
            return new Reply(
                    422,
                    Map.of(
                            "error",
                            "the Mac refused: " + refused.getMessage(),
                            "chain",
                            refused.chain().stream().map(ControlServer::element).collect(Collectors.toList())));
        }
        if (failure instanceof BadFieldException || failure instanceof BadFaultException) {
            return Reply.error(400, String.valueOf(failure.getMessage()));
        }
        if (failure instanceof NotPossibleException) {
            return Reply.error(409, String.valueOf(failure.getMessage()));
        }
        if (failure instanceof IOException) {
            return Reply.error(502, "the MDM server did not answer as it should: " + failure);
        }
        return Reply.error(500, failure.toString());
    }

    private static Map<String, Object> element(MacError error) {
        return Map.of("code", error.code(), "domain", error.domain(), "text", error.text());
    }
}
