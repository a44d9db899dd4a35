// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Sends what was recorded and compares status, headers and body with what was answered then. Ids and times are not
 * masked: the clock stands at the recorded time, and an id that the server draws is from then on expected where the
 * recorded one stood.
 */
final class Replay {
    private static final Pattern DRAWN_UUID =
            Pattern.compile("\"(?:command_uuid|CommandUUID|ID)\": \"([0-9a-f-]{36})\"");

    private final Stage stage;
    private final Rewriting rewriting;
    private final UnaryOperator<String> mask;

    /**
     * Prepares to replay.
     *
     * @param rewriting applied to requests and expected answers alike
     */
    Replay(Stage stage, Rewriting rewriting) {
        this(stage, rewriting, UnaryOperator.identity());
    }

    /**
     * Prepares to replay what took longer than a moment.
     *
     * @param mask applied to both answers before they are compared
     */
    Replay(Stage stage, Rewriting rewriting, UnaryOperator<String> mask) {
        this.stage = stage;
        this.rewriting = rewriting;
        this.mask = mask;
    }

    void play(Transcript recorded) {
        play(recorded, rewriting.apply(recorded.requestBody()), recorded.requestHeaders());
    }

    void play(Transcript recorded, String body, Map<String, String> headers) {
        var answer = stage.call(recorded.method(), rewriting.apply(recorded.target()), rewritten(headers), body);
        learn(recorded, body, answer);
        var expected = rewriting.apply(recorded.answerBody());
        assertThat(mask.apply(answer.body())).as(recorded.name()).isEqualTo(mask.apply(expected));
        assertThat(answer.status()).as(recorded.name()).isEqualTo(recorded.status());
        assertThat(answer.headers()).as(recorded.name()).isEqualTo(headers(recorded, expected));
    }

    private void learn(Transcript recorded, String body, Answer answer) {
        var then = DRAWN_UUID.matcher(recorded.answerBody());
        var now = DRAWN_UUID.matcher(answer.body());
        while (!body.contains("command_uuid") && then.find() && now.find()) {
            rewriting.with(then.group(1), now.group(1));
        }
    }

    /** The recorded headers; another body has another length, but must be framed in the same way. */
    private Map<String, String> headers(Transcript recorded, String expected) {
        var headers = rewritten(recorded.answerHeaders());
        headers.computeIfPresent("content-length", (name, length) -> String.valueOf(expected.length()));
        return headers;
    }

    private Map<String, String> rewritten(Map<String, String> headers) {
        var rewritten = new TreeMap<>(headers);
        rewritten.replaceAll((name, value) -> rewriting.apply(value));
        return rewritten;
    }
}
