// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Sends events one after the other; an event that cannot be delivered is lost, as both servers lose it. */
public final class Webhook {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Optional<URI> url;
    private final HttpClient http;
    private CompletableFuture<?> last = CompletableFuture.completedFuture("nothing yet");

    /** Sends to this URL, or nothing anywhere. */
    public Webhook(Optional<URI> url, HttpClient http) {
        this.url = url;
        this.http = http;
    }

    /** Puts one event in line. */
    public void post(byte[] body, Map<String, String> headers) {
        url.ifPresent(target -> line(request(target, body, headers)));
    }

    private synchronized void line(HttpRequest request) {
        last = last.handle((done, lost) -> request)
                .thenCompose(next -> http.sendAsync(next, HttpResponse.BodyHandlers.discarding()));
    }

    private static HttpRequest request(URI target, byte[] body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(target)
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(TIMEOUT)
                .header("User-Agent", "Go-http-client/1.1")
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Accept-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request.build();
    }
}
