// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cmdm.simulator.identity.DeviceIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceOneObjectsTest extends WorkspaceOneFixture {
    private static final String NAME = "com.acme.dock:6B29FC40-CA47-1067-B31D-00DD010662DA";
    private static final String PAYLOAD = "<dict><key>PayloadType</key><string>com.apple.dock</string>"
            + "<key>PayloadIdentifier</key><string>com.acme.dock.a</string></dict>";
    private static final String SERIAL = "{\"SerialNumber\":\"" + Messages.SERIAL + "\"}";

    private DeviceIdentity identity = null;

    @BeforeEach
    void start() {
        start("{}");
        identity = enroll();
    }

    @Test
    void answersTheBareNumberOfANewObject() {
        var answer = create(55);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1001");
        assertThat(create(55).body()).isEqualTo("1002");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Name":"{name}"                     | "Name":""                         | General.Name is required.
            "ManagedLocationGroupID":1234       | "ManagedLocationGroupID":1         | The organization group does not exist.
            "CustomSettingsList":               | "Others":                          | A profile needs a payload.
            <key>PayloadType</key>              | <key>Type</key>                    | CustomSettings has no PayloadType.
            </dict>"}                           | "}                                 | CustomSettings is not valid XML.
            """)
    void saysWhyItMakesNoObject(String written, String wrong, String message) {
        var answer = call(
                "POST",
                "/api/mdm/profiles/platforms/appleosx/create",
                2,
                body(55).replace(written.replace("{name}", NAME), wrong));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer).path("message").asString()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;version=2;", "application/json", "application/json;version=9"})
    void fallsBackToTheFieldsOfVersion1WhateverElseIsAsked(String accept) {
        create(55);
        var answer = call("GET", "/api/mdm/profiles/search?searchtext=nothing", accept, "");
        assertThat(json(answer).path("Profiles").get(0).path("Id").path("Value").asInt())
                .as("version 1 does not know searchtext")
                .isEqualTo(1001);
        assertThat(json(answer).has("ProfileList")).isFalse();
    }

    @Test
    void searchesByPartsOfTheNameAndSays204ForNothing() {
        create(55);
        create(55);
        var found = json(call("GET", "/api/mdm/profiles/search?searchtext=COM.acme.dock:", 2, ""));
        assertThat(found.path("TotalResults").asInt()).isEqualTo(2);
        assertThat(found.path("ProfileList").get(0).path("ProfileName").asString())
                .isEqualTo(NAME);
        var nothing = call("GET", "/api/mdm/profiles/search?searchtext=other", 2, "");
        assertThat(nothing.status()).isEqualTo(204);
        assertThat(nothing.body()).isEmpty();
    }

    @Test
    void wrapsThePayloadsInAProfileOfItsOwn() {
        create(55);
        assertThat(call("POST", "/api/mdm/profiles/1001/install", 2, SERIAL).status())
                .isEqualTo(200);
        var command = stage.connect(identity, Messages.idle()).body();
        var profile = new String(
                Base64.getDecoder().decode(command.replaceAll("(?s).*<data>([^<]*)</data>.*", "$1")),
                StandardCharsets.UTF_8);
        assertThat(profile)
                .contains("<string>" + NAME + "/V_1</string>", "com.acme.dock.a")
                .doesNotContain("<string>com.acme.dock</string>");
    }

    @Test
    void tellsHowAnObjectStandsOnADevice() {
        create(55);
        assertThat(standing()).isEqualTo("0");
        call("POST", "/api/mdm/profiles/1001/install", 2, SERIAL);
        assertThat(standing()).isEqualTo("1");
        acknowledge("Acknowledged");
        assertThat(standing()).isEqualTo("3");
        call("POST", "/api/mdm/profiles/1001/remove", 2, SERIAL);
        assertThat(standing()).isEqualTo("3");
        acknowledge("Acknowledged");
        assertThat(standing()).isEqualTo("0");
        call("POST", "/api/mdm/profiles/1001/install", 2, SERIAL);
        acknowledge("Error");
        assertThat(standing()).isEqualTo("6");
    }

    @Test
    void tellsWhoHasAnObject() {
        create(55);
        assertThat(holders("INSTALLED")).isZero();
        assertThat(holders("NOT_INSTALLED")).isEqualTo(1);
        call("POST", "/api/mdm/profiles/1001/install", 2, SERIAL);
        acknowledge("Acknowledged");
        assertThat(holders("INSTALLED")).isEqualTo(1);
    }

    @Test
    void doesNotInstallWhatIsNotAssignedOrNotThereOrForNobody() {
        create(56);
        create(55);
        assertThat(call("POST", "/api/mdm/profiles/1001/install", 2, SERIAL).status())
                .isEqualTo(422);
        assertThat(call("POST", "/api/mdm/profiles/1003/install", 2, SERIAL).status())
                .isEqualTo(404);
        assertThat(call("POST", "/api/mdm/profiles/1002/install", 2, "{\"SerialNumber\":\"OTHER\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void takesADeletedObjectOffTheMacsThatHaveIt() {
        create(55);
        call("POST", "/api/mdm/profiles/1001/install", 2, SERIAL);
        acknowledge("Acknowledged");
        assertThat(call("DELETE", "/api/mdm/profiles/1001", 2, "").status()).isEqualTo(204);
        assertThat(call("GET", "/api/mdm/profiles/1001", 2, "").status()).isEqualTo(404);
        assertThat(stage.connect(identity, Messages.idle()).body()).contains("RemoveProfile", "com.airwatch.profile.");
    }

    @Test
    void logsAnObjectByItsName() {
        create(55);
        call("POST", "/api/mdm/profiles/1001/install", 2, SERIAL);
        assertThat(stage.server.requests().requests())
                .extracting(LoggedRequest::path, request -> request.identifier().orElse("-"))
                .containsExactly(
                        tuple("/api/mdm/profiles/platforms/appleosx/create", "-"),
                        tuple("/api/mdm/profiles/1001/install", NAME));
    }

    private Answer create(int smartGroup) {
        return call("POST", "/api/mdm/profiles/platforms/appleosx/create", 2, body(smartGroup));
    }

    private static String body(int smartGroup) {
        return "{\"General\":{\"Name\":\"" + NAME + "\",\"ProfileContext\":\"Device\",\"AssignmentType\":\"Optional\","
                + "\"ManagedLocationGroupID\":1234,\"AssignedSmartGroups\":[{\"SmartGroupId\":" + smartGroup + "}]},"
                + "\"CustomSettingsList\":[{\"CustomSettings\":\"" + PAYLOAD + "\"}]}";
    }

    private String standing() {
        var target = "/api/mdm/devices/profiles?searchby=Serialnumber&id=" + Messages.SERIAL;
        return json(call("GET", target, 1, ""))
                .path("DeviceProfiles")
                .get(0)
                .path("Status")
                .asString();
    }

    private int holders(String status) {
        var uuid = json(call("GET", "/api/mdm/profiles/search?searchtext=com.acme", 2, ""))
                .path("ProfileList")
                .get(0)
                .path("ProfileUuid")
                .asString("");
        return json(call("GET", "/api/mdm/profiles/" + uuid + "/devices?profilestatus=" + status, 1, ""))
                .path("TotalResults")
                .asInt();
    }

    private void acknowledge(String status) {
        var uuid = stage.connect(identity, Messages.idle())
                .body()
                .replaceAll("(?s).*CommandUUID</key><string>([^<]*)<.*", "$1");
        stage.connect(identity, Messages.report(status, uuid));
    }

    private Answer call(String method, String target, int version, String body) {
        return call(method, target, "application/json;version=" + version, body);
    }

    private Answer call(String method, String target, String accept, String body) {
        Map<String, String> headers = new HashMap<>(headers());
        headers.put("Accept", accept);
        return stage.call(method, target, headers, body);
    }
}
