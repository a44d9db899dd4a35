// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static dev.cmdm.simulator.server.FleetStage.json;
import static dev.cmdm.simulator.server.FleetStage.reason;
import static dev.cmdm.simulator.server.Messages.UDID;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FleetCommandsTest extends FleetFixture {
    @ParameterizedTest
    @ValueSource(strings = {"", "Basic c2VjcmV0OnNlY3JldA==", "Bearer wrong"})
    void admitsOnlyWhoBringsItsToken(String authorization) {
        var headers = authorization.isEmpty() ? Map.<String, String>of() : Map.of("Authorization", authorization);
        var answer = fleet.stage.call("GET", "/api/v1/fleet/me", headers, "");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(reason(answer)).isEqualTo("Authentication required");
    }

    @Test
    void answersUnderBothNamesOfItsVersionAndInPlainTextElsewhere() {
        var token = Map.of("Authorization", "Bearer " + Stage.API_KEY);
        assertThat(fleet.stage
                        .call("GET", "/api/latest/fleet/version", token, "")
                        .status())
                .isEqualTo(200);
        var nothing = fleet.stage.call("GET", "/api/v1/fleet/nothing", token, "");
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.body()).isEqualTo("404 page not found\n");
    }

    @Test
    void givesATokenAtLoginAndRefusesTooManyAttemptsWithTheTimeToWait() {
        var login = "{'email':'a@example.com','password':'" + Stage.API_KEY + "'}";
        assertThat(json(fleet.post("login", login)).path("token").asString()).isEqualTo(Stage.API_KEY);
        for (int attempt = 1; attempt < 10; attempt++) {
            assertThat(fleet.post("login", "{'email':'a@example.com','password':'x'}")
                            .status())
                    .isEqualTo(401);
        }
        var refused = fleet.post("login", login);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsKey("retry-after");
    }

    @Test
    void findsAHostByUuidWhateverItsCaseAndTellsWhetherItIsManaged() {
        var identity = fleet.enroll();
        var host = json(fleet.get("hosts/identifier/" + UDID.toLowerCase(Locale.ROOT)))
                .path("host");
        assertThat(host.path("uuid").asString()).isEqualTo(UDID);
        assertThat(host.path("hardware_serial").asString()).isEqualTo(Messages.SERIAL);
        assertThat(host.path("mdm").path("enrollment_status").asString()).isEqualTo("On (manual)");

        fleet.stage.checkIn(identity, Messages.checkOut());
        host = json(fleet.get("hosts/" + host.path("id").asInt())).path("host");
        assertThat(host.path("mdm").path("enrollment_status").asString()).isEqualTo("Off");
    }

    @Test
    void answers404ForAHostThatItNeverMet() {
        var answer = fleet.get("hosts/identifier/" + UDID);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(json(answer).path("message").asString()).isEqualTo("Resource Not Found");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void runsACommandWithAndWithoutPadding(boolean padded) {
        var identity = fleet.enroll();
        var plist = Messages.profileList("c-1");
        var encoder = padded ? Base64.getEncoder() : Base64.getEncoder().withoutPadding();
        var answer = fleet.runBase64(UDID, encoder.encodeToString((plist + " ").getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(json(answer).path("command_uuid").asString()).isEqualTo("c-1");
        assertThat(json(answer).path("request_type").asString()).isEqualTo("ProfileList");
        assertThat(fleet.stage.connect(identity, Messages.idle()).body()).isEqualTo(plist + " ");
    }

    @Test
    void refusesCommandsForHostsThatItDoesNotKnowOrNotManage() {
        assertThat(fleet.run(UDID, Messages.profileList("c-1")).status()).isEqualTo(404);
        var identity = fleet.enroll();
        fleet.stage.checkIn(identity, Messages.checkOut());
        var answer = fleet.run(UDID, Messages.profileList("c-1"));
        assertThat(answer.status()).isEqualTo(412);
        assertThat(reason(answer)).contains("MDM turned off");
    }

    @ParameterizedTest
    @CsvSource({
        "%%%, 400, unable to decode base64 command",
        "bm90aGluZw==, 415, unable to decode plist command",
        "PHBsaXN0PjxkaWN0Lz48L3BsaXN0Pg==, 415, unable to decode plist command"
    })
    void refusesWhatIsNoCommand(String base64, int status, String reason) {
        fleet.enroll();
        var answer = fleet.runBase64(UDID, base64);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(json(answer).path("message").asString()).isEqualTo("Validation Failed");
        assertThat(reason(answer)).isEqualTo(reason);
    }

    @Test
    void takesACommandUuidOnceForEver() {
        fleet.enroll();
        assertThat(fleet.run(UDID, Messages.profileList("c-1")).status()).isEqualTo(200);
        var again = fleet.run(UDID, Messages.profileList("c-1"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(reason(again)).contains("Duplicate entry 'c-1'");
    }

    @Test
    void refusesABodyOfMoreThan2MiB() {
        fleet.enroll();
        var answer = fleet.runBase64(UDID, "a".repeat(2 * 1024 * 1024));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(reason(answer)).contains("2.097MB");
    }

    @Test
    void keepsACommandWhosePushFailed() throws Exception {
        try (var unreachable = new FleetStage(folder, (token, magic) -> {
            throw new Apns.UnreachableException("connection refused");
        })) {
            var identity = unreachable.enroll();
            assertThat(unreachable.run(UDID, Messages.profileList("c-1")).status())
                    .isEqualTo(502);
            assertThat(unreachable.get("commands/results?command_uuid=c-1").body())
                    .isEqualTo("{}\n");
            assertThat(unreachable.stage.connect(identity, Messages.idle()).body())
                    .contains("c-1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotNow", "Acknowledged", "Error", "CommandFormatError"})
    void tellsWhatAMacSaidOfACommand(String status) {
        var identity = fleet.enroll();
        fleet.run(UDID, Messages.profileList("c-1"));
        assertThat(fleet.get("commands/results?command_uuid=c-1").body()).isEqualTo("{}\n");

        fleet.stage.connect(identity, Messages.idle());
        var report = Messages.report(status, "c-1");
        fleet.stage.connect(identity, report);
        var result = json(fleet.get("commands/results?command_uuid=c-1"))
                .path("results")
                .path(0);
        assertThat(result.path("status").asString()).isEqualTo(status);
        assertThat(result.path("host_uuid").asString()).isEqualTo(UDID);
        assertThat(Base64.getDecoder().decode(result.path("result").asString()))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(report);
    }

    @Test
    void answers404ForTheResultOfACommandThatItNeverGot() {
        assertThat(fleet.get("commands/results?command_uuid=c-1").status()).isEqualTo(404);
    }

    @Test
    void listsTheCommandsOfAHostUntilItEnrollsAgain() {
        fleet.enroll();
        fleet.run(UDID, Messages.profileList("c-1"));
        var listed = json(fleet.get("commands?host_identifier=" + UDID)).path("results");
        assertThat(listed.path(0).path("command_uuid").asString()).isEqualTo("c-1");
        assertThat(listed.path(0).path("status").asString()).isEqualTo("Pending");

        var identity = fleet.enroll();
        assertThat(json(fleet.get("commands?host_identifier=" + UDID))
                        .path("results")
                        .isEmpty())
                .isTrue();
        assertThat(fleet.stage.connect(identity, Messages.idle()).body()).isEmpty();
        assertThat(fleet.get("commands/results?command_uuid=c-1").body()).isEqualTo("{}\n");
    }

    @Test
    void keepsTheTokenOutOfItsLog() {
        fleet.enroll();
        fleet.run(UDID, Messages.installProfile("c-1", "com.acme.dock"));
        assertThat(fleet.stage.server.requests().requests())
                .singleElement()
                .extracting(LoggedRequest::line)
                .asString()
                .endsWith(" 200 InstallProfile com.acme.dock c-1 Bearer ***");
    }
}
