// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.InstallProfile;
import dev.cmdm.mdm.Command.Request.ProfileList;
import dev.cmdm.mdm.Command.Request.Raw;
import dev.cmdm.mdm.Command.Request.RemoveProfile;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.RawCommand;
import dev.cmdm.mdm.SizeUnit;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Text;
import dev.cmdm.profile.ProfileIdentifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FleetCommandTest extends FleetFixture {
    @Test
    void looksTheMacUpOnceAndRunsTheCommandForIt() {
        server.then(KNOWN, QUEUED, QUEUED);
        assertThat(mdm.send(MAC, Mdms.install("c-1"))).isEqualTo(new Delivery.Queued(Optional.empty()));
        assertThat(mdm.send(MAC, Mdms.install("c-1"))).isEqualTo(new Delivery.Queued(Optional.empty()));

        assertThat(server.requests()).hasSize(3);
        assertThat(line(0)).isEqualTo("GET /api/v1/fleet/hosts/identifier/" + UDID + "?exclude_software=true HTTP/1.1");
        assertThat(line(1)).isEqualTo("POST /api/v1/fleet/commands/run HTTP/1.1");
        byte[] plist = RawCommand.find(Mdms.install("c-1")).orElseThrow();
        assertThat(server.requests().get(1).text())
                .isEqualTo("{\"command\":\"" + Base64.getEncoder().encodeToString(plist) + "\",\"host_uuids\":[\""
                        + UDID + "\"]}");
        assertThat(server.requests().get(1).headers())
                .containsEntry("content-type", "application/json")
                .containsEntry("authorization", "Bearer " + Mdms.PASSWORD);
    }

    @Test
    void sendsAnyOtherCommandTheSameWay() {
        server.then(KNOWN, QUEUED, QUEUED);
        mdm.send(MAC, new Command("c-1", new ProfileList(true)));
        mdm.send(
                MAC,
                new Command("c-1", new Raw("SecurityInfo", new Dict(Map.of("RequestType", new Text("SecurityInfo"))))));
        assertThat(command(1)).contains("<string>ProfileList</string>", "<string>c-1</string>");
        assertThat(command(2)).contains("<string>SecurityInfo</string>", "<string>c-1</string>");
    }

    @Test
    void queuesNothingForAMacThatItDoesNotKnowOrDoesNotManage() {
        server.then(error(404, "base", "Host was not found in the datastore"));
        assertThat(mdm.send(MAC, Mdms.install("c-1"))).isEqualTo(new Delivery.UnknownDevice());
        server.then(host("Off", ""));
        assertThat(mdm.standing(MAC)).isEqualTo(dev.cmdm.mdm.Standing.NOT_ENROLLED);
        assertThat(mdm.send(MAC, Mdms.install("c-1"))).isEqualTo(new Delivery.NotEnrolled());
        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | host_uuids | No hosts targeted. Make sure you provide a valid UUID. | UnknownDevice",
                "412 | host_uuids | Can't run the MDM command because one or more hosts have MDM turned off. | NotEnrolled",
                "400 | device_ids | at least one of the hosts is not enrolled in MDM | NotEnrolled",
                "400 | command | unable to decode base64 command | Refused",
                "415 | command | unable to decode plist command | Refused",
                "422 | base | Error 3819: Check constraint is violated. | Refused",
                "402 | base | Requires Fleet Premium license | Refused",
                "409 | base | Error 1062 (23000): Duplicate entry 'c-1' for key 'nano_commands.PRIMARY' | AlreadyQueued",
                "409 | base | something else | Refused",
                "413 | base | Request exceeds the max size limit of 2.097MB | TooLarge",
                "400 | base | Request exceeds the max size limit of 2.097MB | TooLarge",
                "429 | base | limit exceeded, retry after: 3s | Unreachable",
                "503 | base | down for maintenance | Unreachable",
                "500 | base | broken | Lost",
                "502 | base | bad gateway | Lost",
                "401 | base | Authentication required | AuthenticationRefused",
                "403 | base | forbidden | AuthenticationRefused"
            })
    void understandsEachWayInWhichItRefuses(int status, String name, String reason, String delivery) {
        server.then(KNOWN, error(status, name, reason));
        assertThat(mdm.send(MAC, Mdms.install("c-1")).getClass().getSimpleName())
                .isEqualTo(delivery);
    }

    @Test
    void saysWhyInFleetsOwnWords() {
        server.then(KNOWN, error(415, "command", "unable to decode plist command"));
        assertThat(mdm.send(MAC, Mdms.install("c-1")))
                .isEqualTo(new Delivery.Refused(mdm.address() + ": unable to decode plist command"));
    }

    @Test
    void isQueuedInSpiteOf502WhenOnlyThePushFailed() {
        server.then(KNOWN, error(502, "base", "Apple push notificiation service: connection refused"));
        assertThat(mdm.send(MAC, Mdms.install("c-1")))
                .isEqualTo(new Delivery.Queued(Optional.of("Apple push notificiation service: connection refused")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | <html>hello</html> | Lost",
                "200 | {} | Lost",
                "200 | {\"command_uuid\":\"c-2\"} | Lost",
                "404 | 404 page not found | Refused",
                "413 | <html>too large</html> | TooLarge",
                "502 | <html>bad gateway</html> | Lost",
                "504 | {\"nothing\":1} | Lost",
                "429 | slow down | Unreachable"
            })
    void knowsWhatIsNotFleetsOwn(int status, String body, String delivery) {
        server.then(KNOWN, TestServer.answer(status, "text/html", body));
        assertThat(mdm.send(MAC, Mdms.install("c-1")).getClass().getSimpleName())
                .isEqualTo(delivery);
    }

    @Test
    void isLostWhenTheAnswerIsAndUnreachableWhenTheMacCannotBeLookedUp() throws IOException {
        server.then(KNOWN, scene -> {
            scene.read();
            scene.reset();
        });
        assertThat(mdm.send(MAC, Mdms.install("c-1"))).isInstanceOf(Delivery.Lost.class);
        server.then(TestServer.json(500, "{}"));
        assertThat(mdm.send(Mdms.device("S", "OTHER"), Mdms.install("c-1"))).isInstanceOf(Delivery.Unreachable.class);
        server.then(error(401, "base", "Authentication required"));
        assertThat(mdm.send(Mdms.device("S", "OTHER"), Mdms.install("c-1")))
                .isEqualTo(new Delivery.AuthenticationRefused());
    }

    @Test
    void leavesAloneWhatFleetKeepsOnThisMacByAConfigurationProfile() {
        String own = "{\"profile_uuid\":\"a1\",\"identifier\":\"com.example.one\",\"name\":\"One\",\"team_id\":3}";
        String others = "{\"profile_uuid\":\"a2\",\"identifier\":\"com.example.two\",\"name\":\"Two\",\"team_id\":3}";
        server.then(
                host("On (manual)", "\"profiles\":[{\"profile_uuid\":\"a1\",\"status\":\"verified\"}]"),
                TestServer.json(200, "{\"profiles\":[" + others + "],\"meta\":{\"has_next_results\":true}}"),
                TestServer.json(200, "{\"profiles\":[" + own + "],\"meta\":{\"has_next_results\":false}}"),
                QUEUED);
        String words =
                "Fleet keeps com.example.one on this Mac by a configuration profile of its own, \"One\", and would"
                        + " undo this; take it out of Fleet, or out of what is declared";
        assertThat(mdm.send(MAC, Mdms.install("c-1"))).isEqualTo(new Delivery.Refused(words));
        assertThat(mdm.send(MAC, new Command("c-1", new RemoveProfile(new ProfileIdentifier("com.example.one")))))
                .isEqualTo(new Delivery.Refused(words));
        assertThat(mdm.send(MAC, new Command("c-1", new RemoveProfile(new ProfileIdentifier("com.example.two")))))
                .isInstanceOf(Delivery.Queued.class);
        assertThat(line(1)).startsWith("GET /api/v1/fleet/configuration_profiles?team_id=3&page=0&per_page=100 ");
        assertThat(line(2)).contains("page=1");
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void goesOnWhereTheCredentialMayNotSeeTheProfilesOfTheTeam() {
        server.then(
                host("On (manual)", "\"profiles\":[{\"profile_uuid\":\"a1\"}]"),
                error(403, "base", "forbidden"),
                QUEUED);
        assertThat(mdm.send(MAC, Mdms.install("c-1"))).isInstanceOf(Delivery.Queued.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 1000, 1_178_999})
    void countsTheBytesOfItsRequestBeforeItMakesIt(int size) {
        Command command = new Command(
                "0".repeat(36),
                new InstallProfile(new ProfileIdentifier("com.example.one"), new Bytes(new byte[size])));
        String body = RunEndpoint.body(UDID, RawCommand.find(command).orElseThrow());
        assertThat(SizeUnit.FLEET_REQUEST.of(size)).isEqualTo(body.length());
    }

    @Test
    void sendsNothingUnderAUuidThatCannotStandInAPathAndNoIdentifierWithoutAnXmlForm() {
        assertThat(mdm.send(Mdms.device("S", "A/B"), Mdms.install("c-1"))).isEqualTo(new Delivery.UnknownDevice());
        assertThat(mdm.send(MAC, new Command("c-1", new RemoveProfile(new ProfileIdentifier("com.example.\ufffe")))))
                .isInstanceOf(Delivery.Refused.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void neverRepeatsTheTokenThatAServerThrowsBack() {
        server.then(KNOWN, scene -> {
            String shown = scene.read().headers().get("authorization");
            scene.write(TestServer.json500("{\"message\":\"x\",\"errors\":[{\"name\":\"base\",\"reason\":\"bad "
                    + shown.replace("\"", "\\\"") + "\"}]}"));
        });
        assertThat(mdm.send(MAC, Mdms.install("c-1")).toString())
                .doesNotContain("canary")
                .contains("***");
    }

    private String command(int request) {
        String base64 = server.requests().get(request).text().split("\"")[3];
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
