// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.micromdm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.RemoveProfile;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.RawCommand;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import dev.cmdm.mdm.http.TestServer.Act;
import dev.cmdm.profile.ProfileIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queueing a command. */
class EnqueueTest extends MicroMdmFixture {
    private static final Act CREATED = TestServer.recorded("micromdm/18-raw-install");

    @Test
    void queuesARawCommandOnceTheMacIsKnown() {
        server.then(KNOWN, CREATED);
        assertThat(mdm.send(MAC, Mdms.install("c-1"))).isEqualTo(new Delivery.Queued(java.util.Optional.empty()));
        assertThat(server.requests().get(1).line()).isEqualTo("POST /v1/commands/" + UDID + " HTTP/1.1");
        assertThat(server.requests().get(1).body())
                .isEqualTo(RawCommand.find(Mdms.install("c-1")).orElseThrow());
    }

    @Test
    void looksAMacUpOnceForAnyNumberOfCommands() {
        server.then(KNOWN, CREATED, CREATED);
        mdm.send(MAC, Mdms.install("c-1"));
        mdm.send(MAC, Mdms.install("c-2"));
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void addressesAMacAsTheServerSpellsIt() {
        server.then(
                devices(device(UDID.toLowerCase(java.util.Locale.ROOT), true)), CREATED, TestServer.json(200, "{}"));
        mdm.send(MAC, Mdms.install("c-1"));
        mdm.findQueued(MAC);
        String path = "/v1/commands/" + UDID.toLowerCase(java.util.Locale.ROOT) + " HTTP/1.1";
        assertThat(server.requests().get(1).line()).isEqualTo("POST " + path);
        assertThat(server.requests().get(2).line()).isEqualTo("GET " + path);
    }

    @Test
    void sendsNothingForAMacThatTheServerWouldQueueForInVain() {
        server.then(TestServer.recorded("micromdm/04-devices-serial-unknown"), CREATED);
        assertThat(mdm.send(MAC, Mdms.install("c-1"))).isEqualTo(new Delivery.UnknownDevice());
        assertThat(mdm.send(MAC, Mdms.install("c-2"))).isEqualTo(new Delivery.UnknownDevice());
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void sendsNothingForAMacThatIsNotEnrolled() {
        server.then(devices(device(UDID, false)), CREATED);
        assertThat(mdm.send(MAC, Mdms.install("c-1"))).isEqualTo(new Delivery.NotEnrolled());
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../v1/devices", "A,B", "A%2FB", "A?nopush=1", ""})
    void sendsNothingUnderAnIdThatWouldChangeThePath(String udid) {
        server.then(KNOWN, CREATED);
        assertThat(mdm.send(Mdms.device("S", udid), Mdms.install("c-1"))).isInstanceOf(Delivery.Refused.class);
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "micromdm/20-raw-binary-plist, parse payload as plist: XML syntax error on line 1: invalid UTF-8",
        "micromdm/21-raw-empty, parse payload as plist: EOF",
        "micromdm/22-raw-missing-uuid, request is malformed"
    })
    void isRefusedWithTheServersWords(String recorded, String words) {
        server.then(KNOWN, TestServer.recorded(recorded));
        assertThat(mdm.send(MAC, Mdms.install("c-1"))).isEqualTo(new Delivery.Refused(mdm.address() + ": " + words));
    }

    @Test
    void isRefusedTheCredentialAtTheLookUpAndAtTheCommand() {
        Act refusal = TestServer.recorded("micromdm/06-devices-wrong-password");
        server.then(refusal, KNOWN, refusal, TestServer.answer(403, "text/html", "<html>"));
        for (int i = 0; i < 3; i++) {
            assertThat(mdm.send(MAC, Mdms.install("c-1"))).isEqualTo(new Delivery.AuthenticationRefused());
        }
    }

    @Test
    void isUnreachableWhenTheLookUpFailsBecauseThenNoCommandWasWritten() {
        server.then(lost(), TestServer.answer(502, "text/html", "<html>"), TestServer.json(200, "[]"));
        for (int i = 0; i < 3; i++) {
            assertThat(mdm.send(MAC, Mdms.install("c-1"))).isInstanceOf(Delivery.Unreachable.class);
        }
    }

    @Test
    void isLostWhenTheAnswerToTheCommandIs() {
        server.then(KNOWN, lost());
        assertThat(mdm.send(MAC, Mdms.install("c-1"))).isInstanceOf(Delivery.Lost.class);
        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "200, Lost",
        "204, Lost",
        "302, Refused",
        "400, Refused",
        "404, Refused",
        "405, Refused",
        "413, Refused",
        "429, Unreachable",
        "500, Lost",
        "502, Lost",
        "503, Unreachable",
        "504, Lost"
    })
    void understandsWhatProxiesAndOtherServersAnswer(int status, String delivery) {
        server.then(KNOWN, TestServer.answer(status, "text/html", status == 204 ? "" : "<html>secret page</html>"));
        Delivery result = mdm.send(MAC, Mdms.install("c-1"));
        assertThat(result.getClass().getSimpleName()).isEqualTo(delivery);
        assertThat(result.toString()).contains("answered " + status).doesNotContain("secret page");
    }

    @Test
    void refusesAnIdentifierThatHasNoXmlFormAndSendsNothing() {
        Command odd = new Command("c-1", new RemoveProfile(new ProfileIdentifier("com.example.\ufffe")));
        assertThat(mdm.send(MAC, odd)).isInstanceOf(Delivery.Refused.class);
        assertThat(server.requests()).isEmpty();
    }

    private static Act lost() {
        return scene -> {
            scene.read();
            scene.reset();
        };
    }
}
