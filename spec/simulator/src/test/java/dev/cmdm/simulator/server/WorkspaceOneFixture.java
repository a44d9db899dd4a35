// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import dev.cmdm.simulator.identity.DeviceIdentity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Workspace ONE UEM under test, and how its API is called. */
abstract class WorkspaceOneFixture {
    @TempDir
    Path folder;

    final Stage.Options options = new Stage.Options(Product.WORKSPACEONE);
    Stage stage = null;

    @AfterEach
    void stop() {
        stage.close();
    }

    void start(String fields) {
        options.fields = fields;
        stage = new Stage(options, folder);
    }

    DeviceIdentity enroll() {
        var identity = stage.server.issueIdentity("a Mac");
        stage.checkIn(identity, Messages.authenticate());
        stage.checkIn(identity, Messages.tokenUpdate());
        return identity;
    }

    Answer get(String target) {
        return stage.call("GET", target, headers(), "");
    }

    static Map<String, String> headers() {
        var headers = new HashMap<>(basic("cmdm:secret"));
        headers.put("aw-tenant-code", "tenant");
        headers.put("Accept", "application/json;version=2");
        return headers;
    }

    static Map<String, String> basic(String credential) {
        var encoded = Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
        return Map.of("Authorization", "Basic " + encoded, "Accept", "application/json");
    }

    static JsonNode json(Answer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
