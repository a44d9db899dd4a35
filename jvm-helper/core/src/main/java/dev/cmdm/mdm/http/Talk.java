// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.ServerUrl;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What is said of requests and answers to whoever listens: method, path, names of header fields, sizes and times.
 * Never a body, a value of a header, or a value of a query.
 */
final class Talk {
    private final ServerUrl url;
    private final Consumer<String> listener;

    Talk(ServerUrl url, Consumer<String> listener) {
        this.url = url;
        this.listener = listener;
    }

    void asks(HttpCall call) {
        String path = url.path() + call.path().replaceAll("=[^&]*", "=…");
        say(call.method() + " " + path + ", " + call.body().size() + " bytes " + call.headers());
    }

    void heard(Exchange exchange, Duration took) {
        String after = " after " + took.toMillis() + " ms";
        say(exchange.match(
                answer -> "answered " + answer.status() + after + ", "
                        + answer.body().size() + " bytes " + answer.headers(),
                unreachable -> "was not reached" + after + ": " + unreachable.why(),
                lost -> "gave no whole answer" + after + ": " + lost.why()));
    }

    void say(String words) {
        listener.accept(url.address() + " " + words);
    }
}
