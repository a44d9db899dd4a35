// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.json.Fields;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom it lets in, and what it tells of devices. */
class WorkspaceOneTest extends WorkspaceOneFixture {
    @Test
    void findsADeviceBySerialAndTellsItsIds() {
        start("{}");
        enroll();
        var device = json(get("/api/mdm/devices?searchby=Serialnumber&id=" + Messages.SERIAL));
        assertThat(device.path("Id").path("Value").asInt()).isEqualTo(1);
        assertThat(device.path("Udid").asString()).isEqualTo(Messages.UDID);
        assertThat(device.path("EnrollmentStatus").asString()).isEqualTo("Enrolled");
        assertThat(get("/api/mdm/devices?searchby=Udid&id=" + Messages.UDID).status())
                .isEqualTo(200);
        assertThat(get("/api/mdm/devices?searchby=Serialnumber&id=OTHER").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"cmdm:secret, tenant, 200", "cmdm:secret, other, 403", "cmdm:secret, '', 403", "cmdm:wrong, tenant, 401"
    })
    void letsInWhoBringsPasswordAndTenantCode(String credential, String tenant, int status) {
        start("{}");
        enroll();
        Map<String, String> headers = new HashMap<>(basic(credential));
        if (!tenant.isEmpty()) {
            headers.put("aw-tenant-code", tenant);
        }
        assertThat(stage.call("GET", "/api/mdm/devices?searchby=Serialnumber&id=" + Messages.SERIAL, headers, "")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void givesOutTokensThatEnd() {
        start("{\"clientId\":\"id\",\"clientSecret\":\"s3cret\",\"tokenSeconds\":60}");
        enroll();
        var answer = token("s3cret");
        assertThat(json(answer).path("token_type").asString()).isEqualTo("Bearer");
        assertThat(json(answer).path("expires_in").asInt()).isEqualTo(60);
        var bearer = Map.of(
                "Authorization", "Bearer " + json(answer).path("access_token").asString(""));
        var target = "/api/mdm/devices?searchby=Serialnumber&id=" + Messages.SERIAL;
        assertThat(stage.call("GET", target, bearer, "").status()).isEqualTo(200);
        options.now = options.now.plusSeconds(60);
        assertThat(stage.call("GET", target, bearer, "").status()).isEqualTo(401);
        assertThat(stage.server.requests().requests())
                .extracting(LoggedRequest::authorization)
                .containsExactly("none", "Bearer ***", "Bearer ***");
    }

    @Test
    void revokesTokensOverTheControlApi() {
        start("{\"clientId\":\"id\",\"clientSecret\":\"s3cret\"}");
        enroll();
        var bearer = Map.of(
                "Authorization",
                "Bearer " + json(token("s3cret")).path("access_token").asString(""));
        stage.server.control("DELETE tokens", Fields.parse("request", "{}"));
        assertThat(stage.call("GET", "/api/mdm/devices?searchby=Serialnumber&id=" + Messages.SERIAL, bearer, "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesAWrongClientInTheWordsOfOAuth() {
        start("{\"clientId\":\"id\",\"clientSecret\":\"s3cret\"}");
        assertThat(token("wrong").status()).isEqualTo(400);
        assertThat(token("wrong").body()).isEqualTo("{\"error\":\"invalid_client\"}");
    }

    @Test
    void answersXmlToWhomDoesNotAskForJson() {
        start("{}");
        enroll();
        var headers = new HashMap<>(headers());
        headers.put("Accept", "*/*");
        var answer = stage.call("GET", "/api/mdm/devices?searchby=Serialnumber&id=" + Messages.SERIAL, headers, "");
        assertThat(answer.headers().get("content-type")).startsWith("application/xml");
        assertThat(answer.body()).startsWith("<Device>").contains("<SerialNumber>" + Messages.SERIAL);
    }

    @Test
    void listsAllDevicesPageByPage() {
        start("{\"fleet\":3}");
        assertThat(get("/api/mdm/devices/search?page=0&pagesize=2").body())
                .contains("FLEET00001", "FLEET00002", "\"Total\":3")
                .doesNotContain("FLEET00003");
        assertThat(get("/api/mdm/devices/search?page=2&pagesize=2").status()).isEqualTo(204);
    }

    private Answer token(String secret) {
        return stage.call(
                "POST",
                "/connect/token",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "grant_type=client_credentials&client_id=id&client_secret=" + secret);
    }
}
