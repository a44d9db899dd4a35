// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.Timing;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import dev.cmdm.mdm.http.TestServer.Act;
import dev.cmdm.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A server that answers as Workspace ONE is documented to, and time that passes when it is told to. */
@Timeout(60)
abstract class UemFixture {
    static final String TENANT_CODE = "canary-tenant-9c2e";
    static final String SERIAL = "C02XK1ABCDEF";
    static final Device MAC = Mdms.device(SERIAL, "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8");
    static final Act ACCEPTED = answer(202, "");
    static final Act DONE = answer(200, "");

    final Map<String, String> settings = new HashMap<>(Map.of(
            "mdm.user", "api-account", "mdm.tenant_code", TENANT_CODE, "mdm.group", "1234", "mdm.smart_group", "55"));
    Instant now = Instant.parse("2026-11-27T10:00:00Z");

    TestServer server;

    WorkspaceOne mdm;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.http();
        open();
    }

    @AfterEach
    void stop() throws IOException {
        mdm.close();
        server.close();
    }

    /** Opens the adapter again, with the settings as they are now. */
    final void open() {
        mdm = WorkspaceOne.open(new ServerAccess(
                server.url(),
                Secret.of(Mdms.PASSWORD),
                Mdms.settings(settings),
                () -> now,
                Link.direct(new TestTime(), new Random(7))));
    }

    final List<String> lines() {
        return server.requests().stream()
                .map(request -> request.line().replace(" HTTP/1.1", ""))
                .toList();
    }

    static Act answer(int status, String json, String... headers) {
        return scene -> {
            scene.read();
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            scene.write(head + "Content-Type: application/json; charset=utf-8\r\nContent-Length: " + body.length
                    + "\r\n\r\n" + json);
        };
    }

    static Act quota(int status, String limit, String remaining, String reset) {
        return answer(
                status,
                "",
                "x-ratelimit-limit: " + limit,
                "x-ratelimit-remaining: " + remaining,
                "x-ratelimit-reset: " + reset);
    }

    static Act error(int status, String code, String message) {
        return answer(
                status,
                "{\"errorCode\":" + code + ",\"message\":\"" + message
                        + "\",\"activityId\":\"3f0c7f2e-2b9a-4c5e-9a53-4b1f64b1f001\"}");
    }

    static Act lost() {
        return scene -> {
            scene.read();
            scene.reset();
        };
    }

    private final class TestTime implements Timing {
        @Override
        public Instant now() {
            return now;
        }

        @Override
        public Duration elapsed() {
            return Duration.between(Instant.EPOCH, now);
        }

        @Override
        public boolean sleep(Duration span) {
            now = now.plus(span);
            return true;
        }
    }
}
