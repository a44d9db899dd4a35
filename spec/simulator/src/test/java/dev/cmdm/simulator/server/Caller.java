// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Calls a server over a real socket. */
final class Caller {
    /** What the client sets itself. */
    private static final Set<String> OWN = Set.of("host", "content-length", "connection");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Answer call(URI url, String method, Map<String, String> headers, String body) throws IOException {
        var publisher = body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1));
        var request =
                HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(30)).method(method, publisher);
        headers.forEach((name, value) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, value);
            }
        });
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
            var received = new TreeMap<String, String>();
            answer.headers()
                    .map()
                    .forEach((name, values) -> received.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
            received.remove("date");
            return new Answer(answer.statusCode(), received, answer.body());
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for " + url, e);
        }
    }
}
