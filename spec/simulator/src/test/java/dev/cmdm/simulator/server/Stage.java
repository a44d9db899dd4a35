// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import dev.cmdm.simulator.identity.DeviceIdentity;
import dev.cmdm.simulator.wire.Listener;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import tools.jackson.databind.json.JsonMapper;

/** A server under test with everything around it: a clock that stands still unless a test moves it, a receiver of webhooks, a caller. */
final class Stage implements AutoCloseable {
    static final String API_KEY = "secret";
    static final String TOPIC = "com.apple.mgmt.External.00000000-0000-0000-0000-000000000001";
    static final String HMAC_KEY = "hmac of the webhook";

    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);
    private final Caller caller = new Caller();
    private final List<Request> events = new CopyOnWriteArrayList<>();
    private final Listener receiver;
    final SimulatedServer server;

    Stage(Options options, Path folder) {
        InstantSource time = () -> options.now;
        var clock = time.withZone(ZoneOffset.UTC);
        receiver = Listener.start(0, clock, event -> {
            events.add(event);
            return CompletableFuture.completedFuture(Optional.of(Reply.empty(200)));
        });
        var settings = new ServerSettings(
                "server",
                options.product,
                options.apiKey,
                0,
                options.topic,
                options.pushCertificate,
                options.queueDelay,
                Optional.of(receiver.url().resolve("/webhook")),
                Optional.of(HMAC_KEY),
                JsonMapper.shared().readTree(options.fields));
        var around =
                new ServerSurroundings(clock, new SecureRandom(), scheduler, options.apns, HttpClient.newHttpClient());
        server = SimulatedServers.start(settings, around, RequestLog.at(folder.resolve("requests.log")));
    }

    /** What differs from test to test. */
    static final class Options {
        final Product product;
        String apiKey = API_KEY;
        String topic = TOPIC;
        boolean pushCertificate;
        String fields = "{}";
        Duration queueDelay = Duration.ofMillis(20);
        Instant now = Instant.parse("2026-11-21T17:29:10.33147714Z");
        Apns apns = (token, magic) -> {
            throw new Apns.UnreachableException("proxyconnect tcp: dial tcp 127.0.0.1:9: connect: connection refused");
        };

        Options(Product product) {
            this.product = product;
        }
    }

    Answer call(String method, String target, Map<String, String> headers, String body) {
        try {
            return callOrFail(method, target, headers, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer callOrFail(String method, String target, Map<String, String> headers, String body) throws IOException {
        return caller.call(server.url().resolve(target), method, headers, body);
    }

    /** What a Mac sends to the check-in URL. */
    Answer checkIn(DeviceIdentity identity, String body) {
        var headers = Map.of(
                "Content-Type", "application/x-apple-aspen-mdm-checkin", "Mdm-Signature", identity.sign(bytes(body)));
        return call("PUT", server.checkInUrl().getPath(), headers, body);
    }

    /** What a Mac sends to the server URL. */
    Answer connect(DeviceIdentity identity, String body) {
        return call("PUT", server.serverUrl().getPath(), Map.of("Mdm-Signature", identity.sign(bytes(body))), body);
    }

    /** The webhook events so far. */
    List<Request> events() {
        return events;
    }

    @Override
    public void close() {
        server.close();
        receiver.close();
        scheduler.shutdownNow();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
