// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.secret.Secret;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is said to whoever listens. */
class TalkTest extends RepeatingFixture {
    @Test
    void tellsMethodPathStatusSizesTimesAndNamesOfFields() {
        server.then(TestServer.json(200, "{\"a\":1}"));
        caller.call(HttpCall.get("/api/x?searchby=Serial&id=canary").withHeader("Accept", "application/json"));
        String at = server.url().address();
        assertThat(said)
                .containsExactly(
                        at + " GET /api/x?searchby=…&id=…, 0 bytes [Accept]",
                        at + " answered 200 after 0 ms, 7 bytes [Content-Type, Content-Length]");
    }

    @Test
    void tellsPausesAndWhatWasLost() {
        server.then(reset(), answer(200, ""));
        caller.call(QUESTION);
        assertThat(said).hasSize(5).anyMatch(line -> line.contains("gave no whole answer"));
        assertThat(said.get(2)).endsWith(" waits 750 ms and asks again");
    }

    @Test
    void tellsNoCredentialCookiePayloadOrOtherSecret() {
        server.then(scene -> {
            scene.read();
            scene.write("HTTP/1.1 500 canary-status\r\nSet-Cookie: canary-set=1\r\nX-Echo: " + PASSWORD
                    + "\r\nContent-Length: 13\r\n\r\ncanary-answer");
        });
        caller.call(HttpCall.command(
                        "PUT",
                        "/v1/enqueue/" + PASSWORD.replace(" ", "%20"),
                        "canary-payload".getBytes(StandardCharsets.UTF_8))
                .withHeader("Cookie", "canary-cookie")
                .withSecret("aw-tenant-code", Secret.of("canary-tenant")));
        assertThat(said).hasSize(2).noneMatch(line -> line.contains("canary"));
        assertThat(said).noneMatch(line -> line.contains(PASSWORD));
        assertThat(caller.words("tenant canary-tenant of " + PASSWORD)).isEqualTo("tenant *** of ***");
    }
}
