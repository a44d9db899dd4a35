// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.micromdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.RemoveProfile;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.RawCommand;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import dev.cmdm.mdm.http.TestServer.Act;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.secret.Secret;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MicroMdmTest {
    private static final String UDID = "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8";
    private static final Device MAC = Mdms.device("6Q4RQ2M5Y80D", UDID);
    private static final Act KNOWN = TestServer.recorded("micromdm/03-devices-by-serial");
    private static final Act CREATED = TestServer.recorded("micromdm/18-raw-install");

    private TestServer server;
    private MicroMdm mdm;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.http();
        mdm = MicroMdm.open(server.url(), Secret.of(Mdms.PASSWORD));
    }

    @AfterEach
    void stop() throws IOException {
        mdm.close();
        server.close();
    }

    @Test
    void findsAMacByItsSerialNumber() {
        server.then(KNOWN);
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.ENROLLED);
        assertThat(server.requests().get(0).line()).isEqualTo("POST /v1/devices HTTP/1.1");
        assertThat(server.requests().get(0).text()).isEqualTo("{\"filter_serial\":[\"6Q4RQ2M5Y80D\"]}");
    }

    @Test
    void doesNotKnowAMacThatTheServerHasNoEntryOf() {
        server.then(TestServer.recorded("micromdm/04-devices-serial-unknown"));
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void doesNotTakeAnotherMacOfTheSameSerialNumberForThisOne() {
        server.then(KNOWN);
        assertThat(mdm.standing(Mdms.device("6Q4RQ2M5Y80D", "11111111-2222-3333-4444-555555555555")))
                .isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void findsThisMacAmongAllWhenTheServerIgnoresTheFilter() {
        server.then(devices(device("AAAA", false), device(UDID, true)));
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.ENROLLED);
    }

    @Test
    void seesThatAMacIsCheckedOut() {
        server.then(devices(device(UDID, false)));
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.NOT_ENROLLED);
    }

    @Test
    void seesThatAMacIsAssignedAndHasNotEnrolled() {
        server.then(devices(device("", false)));
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.NOT_ENROLLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"devices\":7}", "{\"devices\":[]} x", "<html>"})
    void cannotTellFromAnAnswerThatIsNoListOfDevices(String body) {
        server.then(TestServer.json(200, body));
        MdmUnavailableException e = catchThrowableOfType(MdmUnavailableException.class, () -> mdm.standing(MAC));
        assertThat(e.words()).isEqualTo(mdm.address() + " gave no list of devices; check mdm.url and mdm.product");
    }

    @Test
    void tellsAWrongPasswordFromAServerThatCannotBeAsked() {
        server.then(
                TestServer.recorded("micromdm/06-devices-wrong-password"),
                TestServer.recorded("micromdm/05-devices-empty-body"));
        MdmUnavailableException wrong = catchThrowableOfType(MdmUnavailableException.class, () -> mdm.standing(MAC));
        MdmUnavailableException other = catchThrowableOfType(MdmUnavailableException.class, () -> mdm.standing(MAC));
        assertThat(wrong.authentication()).isTrue();
        assertThat(wrong.words())
                .isEqualTo(mdm.address() + " answered 401: it refused the credential; check mdm.credential");
        assertThat(other.authentication()).isFalse();
        assertThat(other.words()).isEqualTo(mdm.address() + " answered 500: EOF");
    }

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
    void tellsTheIdsInTheQueueWithoutReadingTheirPayloads() {
        server.then(KNOWN, TestServer.recorded("micromdm/23-queue"));
        assertThat(mdm.findQueued(MAC))
                .contains(Set.of(
                        "e0856fc3-304f-46cf-8981-a29cffb10b61",
                        "cmdm-0001",
                        "48471e6b-f964-49f6-8156-dee7f4dfe04d",
                        "2ccf6e4d-12f6-4eb3-a8ff-95d1dd323cd8",
                        "cmdm-raw-1",
                        "cmdm-raw-2"));
        assertThat(server.requests().get(1).line()).isEqualTo("GET /v1/commands/" + UDID + " HTTP/1.1");
    }

    @Test
    void tellsThatTheQueueIsEmpty() {
        server.then(
                KNOWN,
                TestServer.recorded("micromdm/28-queue-after-connect"),
                TestServer.json(200, "{\"commands\":null}"));
        assertThat(mdm.findQueued(MAC)).contains(Set.of());
        assertThat(mdm.findQueued(MAC)).contains(Set.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "<html>",
                "{\"commands\":[{\"uuid\":\"a\"}",
                "{\"commands\":[],\"commands\":[]}"
            })
    void neverTakesAnAnswerThatIsNoneForAnEmptyQueue(String body) {
        server.then(KNOWN, TestServer.json(200, body));
        assertThat(catchThrowableOfType(MdmUnavailableException.class, () -> mdm.findQueued(MAC))
                        .words())
                .isEqualTo(mdm.address() + " gave no queue; check mdm.url and mdm.product");
    }

    @Test
    void refusesAnIdentifierThatHasNoXmlFormAndSendsNothing() {
        Command odd = new Command("c-1", new RemoveProfile(new ProfileIdentifier("com.example.\ufffe")));
        assertThat(mdm.send(MAC, odd)).isInstanceOf(Delivery.Refused.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void probesVersionAndCredential() {
        server.then(TestServer.recorded("micromdm/01-version"), TestServer.recorded("micromdm/24-queue-unknown"));
        assertThat(mdm.probe()).isEqualTo(new Probe(true, true, "MicroMDM unknown at " + mdm.address()));
        assertThat(server.requests().get(0).headers()).doesNotContainKey("authorization");
        assertThat(server.requests().get(1).line()).startsWith("GET ");
    }

    @Test
    void probesAWrongPasswordAMissingApiAndAStranger() {
        Act version = TestServer.recorded("micromdm/01-version");
        server.then(
                version,
                TestServer.recorded("micromdm/06-devices-wrong-password"),
                version,
                TestServer.recorded("micromdm/36-unknown-path"),
                TestServer.answer(200, "text/html", "<html>"));
        assertThat(mdm.probe())
                .isEqualTo(new Probe(
                        true, false, mdm.address() + " answered 401: it refused the credential; check mdm.credential"));
        assertThat(mdm.probe())
                .isEqualTo(new Probe(
                        true, false, "MicroMDM unknown at " + mdm.address() + " has no API; start it with -api-key"));
        assertThat(mdm.probe())
                .isEqualTo(new Probe(
                        true,
                        false,
                        mdm.address() + " answered 200 and is no MicroMDM; check mdm.url and mdm.product"));
    }

    @Test
    void probesAServerThatIsDown() throws IOException {
        server.close();
        Probe probe = mdm.probe();
        assertThat(probe.reached()).isFalse();
        assertThat(probe.words())
                .isEqualTo(mdm.address() + ": connection refused; is the server running, is the port right?");
    }

    @Test
    void neverRepeatsThePasswordThatAServerThrowsBack() {
        Act echo = scene -> {
            String basic = scene.read().headers().get("authorization");
            scene.write(TestServer.json500(
                    "{\"error\":\"bad " + basic + " " + Mdms.PASSWORD.replace("\"", "\\\"") + "\"}"));
        };
        server.then(echo, KNOWN, echo);
        String look = catchThrowableOfType(MdmUnavailableException.class, () -> mdm.standing(MAC))
                .words();
        String sent = mdm.send(MAC, Mdms.install("c-1")).toString();
        assertThat(look + sent + mdm).contains("***").doesNotContain("canary").doesNotContain("Y2FuYXJ5");
        assertThat(sent).contains("bad Basic *** ***");
    }

    private static Act lost() {
        return scene -> {
            scene.read();
            scene.reset();
        };
    }

    private static Act devices(String... entries) {
        return TestServer.json(200, "{\"devices\":[" + String.join(",", entries) + "]}");
    }

    private static String device(String udid, boolean enrolled) {
        return "{\"serial_number\":\"6Q4RQ2M5Y80D\",\"udid\":\"" + udid + "\",\"enrollment_status\":" + enrolled
                + ",\"dep_profile_status\":\"\"}";
    }
}
