// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.TestProfiles;
import dev.cmdm.simulator.Waiting;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceOneWorldTest {
    private static final String DOCK = "com.acme.dock";
    private static final String COMMAND =
            "/api/mdm/devices/commands?command=CustomMdmCommand&searchby=Serialnumber&id=C02XK1ABCDEF";
    private static final String SERIAL = "{\"SerialNumber\":\"C02XK1ABCDEF\"}";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private TestWorld world;

    @BeforeEach
    void begin() throws Exception {
        world = TestWorld.enrolled(folder, "workspaceone");
    }

    @AfterEach
    void end() throws Exception {
        world.close();
    }

    @Test
    void aCustomCommandBringsAProfileAsItIsAndTakesItAway() throws Exception {
        var base64 = Base64.getEncoder().encodeToString(TestProfiles.bytes(DOCK));
        var install = "<dict><key>RequestType</key><string>InstallProfile</string><key>Payload</key><data>" + base64
                + "</data></dict>";
        assertThat(post(COMMAND, "{\"CommandXml\":\"" + install + "\"}").statusCode())
                .isEqualTo(202);
        Waiting.until("the profile is listed", () -> world.profiles("-P").contains(DOCK));
        assertThat(world.profiles("-P -o stdout-xml")).contains("11111111-2222-3333-4444-555555555555");

        var remove = "<dict><key>RequestType</key><string>RemoveProfile</string><key>Identifier</key><string>" + DOCK
                + "</string></dict>";
        post(COMMAND, "{\"CommandXml\":\"" + remove + "\"}");
        Waiting.until("the profile is gone", () -> !world.profiles("-P").contains(DOCK));
    }

    @Test
    void anObjectIsListedUnderTheServersIdentifierWithItsNameAndVersion() throws Exception {
        var payload = "<dict><key>PayloadType</key><string>com.apple.dock</string><key>PayloadIdentifier</key>"
                + "<string>com.acme.dock.a</string><key>PayloadUUID</key><string>A</string>"
                + "<key>PayloadVersion</key><integer>1</integer></dict>";
        post(
                "/api/mdm/profiles/platforms/appleosx/create",
                "{\"General\":{\"Name\":\"com.acme.dock:X\",\"ManagedLocationGroupID\":1234,"
                        + "\"AssignedSmartGroups\":[{\"SmartGroupId\":55}]},\"CustomSettingsList\":[{\"CustomSettings\":\""
                        + payload + "\"}]}");
        post("/api/mdm/profiles/1001/install", SERIAL);
        Waiting.until("the object is listed", () -> world.profiles("-P -v").contains("com.acme.dock:X/V_1"));
        assertThat(world.profiles("-P")).contains("com.airwatch.profile.").doesNotContain(": com.acme.dock\n");

        post("/api/mdm/profiles/1001/remove", SERIAL);
        Waiting.until("the object is gone", () -> !world.profiles("-P").contains("com.airwatch.profile."));
    }

    private HttpResponse<String> post(String target, String json) throws Exception {
        var credential = Base64.getEncoder().encodeToString("cmdm:geheim".getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create(world.server().url() + target))
                        .header("Authorization", "Basic " + credential)
                        .header("aw-tenant-code", "tenant")
                        .header("Accept", "application/json;version=2")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }
}
