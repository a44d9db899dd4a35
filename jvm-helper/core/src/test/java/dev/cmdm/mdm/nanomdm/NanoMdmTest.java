// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.nanomdm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.InstallProfile;
import dev.cmdm.mdm.Command.Request.RemoveProfile;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.RawCommand;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import dev.cmdm.mdm.http.TestServer.Act;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ProfileIdentifier;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class NanoMdmTest {
    private static final String FILES = "E038B886-8C08-4126-90EC-A40FD7B39D77";
    private static final String SQL = "A66AC6AB-5394-42B3-BC72-37EFFD6DEC75";
    private static final Device MAC = Mdms.device("S", FILES);
    private static final String REFUSED_PROXY =
            "Post \"https://api.push.apple.com/3/device/66616b65546f6b656e\": proxyconnect tcp: dial tcp 127.0.0.1:9: connect: connection refused";

    private TestServer server;
    private NanoMdm mdm;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.http();
        mdm = NanoMdm.open(Flavour.NANOMDM, Mdms.access(server.url()));
    }

    @AfterEach
    void stop() throws IOException {
        mdm.close();
        server.close();
    }

    @Test
    void putsTheRawCommandUnderTheUdidAndAsksForAPush() {
        server.then(TestServer.json(200, "{\"command_uuid\":\"n-1\",\"request_type\":\"InstallProfile\"}"));
        assertThat(mdm.send(MAC, Mdms.install("n-1"))).isEqualTo(new Delivery.Queued(Optional.empty()));
        assertThat(server.requests().get(0).line()).isEqualTo("PUT /v1/enqueue/" + FILES + " HTTP/1.1");
        assertThat(server.requests().get(0).body())
                .isEqualTo(RawCommand.find(Mdms.install("n-1")).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "nanomdm-filekv/03-enqueue-install-nopush, n-1", "nanomdm-filekv/06-enqueue-unknown-id-nopush, n-3",
        "nanomdm-filekv/08-enqueue-remove, n-5", "nanomdm-filekv/13-enqueue-binary-plist, n-7",
        "nanomdm-filekv/14-enqueue-leading-newline, n-8", "nanomdm-pgsql/03-enqueue-install-nopush, n-1",
        "nanomdm-pgsql/08-enqueue-remove, n-5"
    })
    void isQueuedWhenNeitherErrorIsThere(String recorded, String commandUuid) {
        assertThat(answered(recorded, FILES, commandUuid)).isEqualTo(new Delivery.Queued(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "nanomdm-filekv/05-enqueue-no-pushcert, n-2, retrieving push cert for topic",
        "nanomdm-pgsql/05-enqueue-no-pushcert, n-2, retrieving push cert for topic",
        "nanomdm-filekv/19-enqueue-apns-unreachable, n-9, Post",
        "nanomdm-pgsql/19-enqueue-apns-unreachable, n-9, Post"
    })
    void isQueuedInSpiteOf500WhenOnlyThePushFailed(String recorded, String commandUuid, String begins) {
        String udid = recorded.contains("filekv") ? FILES : SQL;
        Delivery delivery = answered(recorded, udid, commandUuid);
        assertThat(delivery).isInstanceOf(Delivery.Queued.class);
        assertThat(((Delivery.Queued) delivery).pushProblem().orElseThrow())
                .startsWith(begins)
                .doesNotContain("\n");
    }

    @Test
    void takesThePushErrorOfItsOwnMacOnly() {
        assertThat(answered("nanomdm-filekv/20-enqueue-two-ids-push", FILES, "n-10"))
                .isEqualTo(new Delivery.Queued(Optional.of(REFUSED_PROXY)));
    }

    @Test
    void asksWhetherAMacIsEnrolledThatHasNoPushToken() {
        Delivery delivery =
                answered("nanomdm-filekv/20-enqueue-two-ids-push", "FFFFFFFF-0000-0000-0000-000000000000", "n-10");
        assertThat(((Delivery.Queued) delivery).pushProblem())
                .contains("push data missing for id (is this Mac enrolled at " + mdm.address() + "?)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nanomdm-filekv", "nanomdm-pgsql"})
    void isAlreadyQueuedWhenTheServerKnowsTheId(String folder) {
        assertThat(answered(folder + "/04-enqueue-duplicate-commanduuid", FILES, "n-1"))
                .isEqualTo(new Delivery.AlreadyQueued());
    }

    @ParameterizedTest
    @CsvSource({
        "nanomdm-pgsql/06-enqueue-unknown-id-nopush, n-3",
        "nanomdm-pgsql/07-enqueue-two-ids-one-unknown, n-4",
        "nanomdm-pgsql/20-enqueue-two-ids-push, n-10"
    })
    void doesNotKnowAMacThatTheDatabaseDoesNot(String recorded, String commandUuid) {
        assertThat(answered(recorded, SQL, commandUuid)).isEqualTo(new Delivery.UnknownDevice());
    }

    @ParameterizedTest
    @CsvSource({
        "nanomdm-filekv/09-enqueue-not-plist, decoding command: parse error: plist: unexpected non-empty xml.CharData:",
        "nanomdm-filekv/10-enqueue-no-commanduuid, decoding command: invalid command",
        "nanomdm-filekv/11-enqueue-empty-nopush, must enqueue or push",
        "nanomdm-filekv/12-enqueue-empty-path, getting enrollment ids: empty path",
        "nanomdm-pgsql/09-enqueue-not-plist, decoding command: parse error: plist: unexpected non-empty xml.CharData:",
        "nanomdm-pgsql/10-enqueue-no-commanduuid, decoding command: invalid command",
        "nanomdm-pgsql/11-enqueue-empty-nopush, must enqueue or push",
        "nanomdm-pgsql/12-enqueue-empty-path, getting enrollment ids: empty path",
        "nanomdm-pgsql/13-enqueue-binary-plist, pq: invalid byte sequence for encoding \"UTF8\": 0xd2 0x01",
        "nanomdm-pgsql/14-enqueue-leading-newline, pq: new row for relation \"commands\" violates check constraint \"commands_command_check\""
    })
    void isRefusedWithTheServersWordsAndWithoutTheContentTheyQuote(String recorded, String words) {
        assertThat(answered(recorded, SQL, "n-7")).isEqualTo(new Delivery.Refused(mdm.address() + ": " + words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Error 1062 (23000): Duplicate entry 'n-1' for key 'commands.PRIMARY' | AlreadyQueued",
                "Error 1452 (23000): Cannot add or update a child row: a foreign key constraint fails | UnknownDevice"
            })
    void understandsMySqlToo(String error, String delivery) {
        server.then(TestServer.json(500, "{\"command_error\":\"" + error + "\",\"command_uuid\":\"n-1\"}"));
        assertThat(mdm.send(MAC, Mdms.install("n-1")).getClass().getSimpleName())
                .isEqualTo(delivery);
    }

    @Test
    void readsTheErrorUnderTheIdOf207() {
        String failed = "{\"status\":{\"" + FILES + "\":{\"command_error\":\"no room\",\"push_error\":\"x\"},"
                + "\"OTHER\":{}},\"command_uuid\":\"n-1\"}";
        String other = "{\"status\":{\"OTHER\":{\"command_error\":\"no room\"}},\"command_uuid\":\"n-1\"}";
        server.then(TestServer.json(207, failed), TestServer.json(207, other));
        assertThat(mdm.send(MAC, Mdms.install("n-1"))).isEqualTo(new Delivery.Refused(mdm.address() + ": no room"));
        assertThat(mdm.send(MAC, Mdms.install("n-1"))).isEqualTo(new Delivery.Queued(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | <html>bad gateway</html>",
                "500 | {}",
                "500 | {\"push_error\":\"x\"}",
                "500 | {\"command_uuid\":\"n-1\"}",
                "500 | {\"error\":\"x\"}",
                "500 | {\"command_uuid\":\"n-1\",\"push_error\":\"\"}",
                "500 | {\"push_error\":\"x\"",
                "200 | <html>hello</html>",
                "200 | {\"command_uuid\":\"n-2\"}",
                "502 | {\"command_error\":\"x\"}",
                "504 | {\"command_uuid\":\"n-1\"}",
                "204 | ''"
            })
    void doesNotKnowWhatBecameOfACommandWhoseAnswerIsNotTheServersOwn(int status, String body) {
        server.then(TestServer.json(status, body));
        assertThat(mdm.send(MAC, Mdms.install("n-1"))).isInstanceOf(Delivery.Lost.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"command_uuid\":null,\"status\":null}"})
    void isQueuedWhenASuccessLeavesOutWhatItMay(String body) {
        server.then(TestServer.json(200, body));
        assertThat(mdm.send(MAC, Mdms.install("n-1"))).isEqualTo(new Delivery.Queued(Optional.empty()));
    }

    @Test
    void neverReadsTheBodyOfAnyOtherStatus() {
        String queued = "{\"command_uuid\":\"n-1\"}";
        server.then(
                TestServer.json(400, queued),
                TestServer.json(429, queued),
                TestServer.json(302, queued),
                TestServer.recorded("nanomdm-filekv/22-device-list-not-there"));
        assertThat(mdm.send(MAC, Mdms.install("n-1"))).isInstanceOf(Delivery.Refused.class);
        assertThat(mdm.send(MAC, Mdms.install("n-1"))).isInstanceOf(Delivery.Unreachable.class);
        assertThat(mdm.send(MAC, Mdms.install("n-1"))).isInstanceOf(Delivery.Refused.class);
        assertThat(mdm.send(MAC, Mdms.install("n-1")))
                .isEqualTo(new Delivery.Refused(
                        mdm.address() + " answered 404: there is no such API here; check mdm.url and mdm.product"));
    }

    @Test
    void isRefusedTheCredential() {
        server.then(TestServer.recorded("nanomdm-filekv/02-no-auth"));
        assertThat(mdm.send(MAC, Mdms.install("n-1"))).isEqualTo(new Delivery.AuthenticationRefused());
    }

    @Test
    void isLostWhenTheAnswerIsAndUnreachableWhenNothingListens() throws IOException {
        server.then(scene -> {
            scene.read();
            scene.reset();
        });
        assertThat(mdm.send(MAC, Mdms.install("n-1"))).isInstanceOf(Delivery.Lost.class);
        server.close();
        assertThat(mdm.send(MAC, Mdms.install("n-1"))).isInstanceOf(Delivery.Unreachable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A,B", "A:B", "..", "A/B", "A?nopush=1", ""})
    void sendsNothingUnderAnIdThatWouldReachOthers(String udid) {
        assertThat(mdm.send(Mdms.device("S", udid), Mdms.install("n-1"))).isInstanceOf(Delivery.Refused.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void tellsNeitherDevicesNorItsQueueAndIsNotAskedForThem() {
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.NOT_TOLD);
        assertThat(mdm.findQueued(MAC)).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void refusesAnIdentifierThatHasNoXmlFormAndSendsNothing() {
        Command odd = new Command("n-1", new RemoveProfile(new ProfileIdentifier("com.example.\ufffe")));
        assertThat(mdm.send(MAC, odd)).isInstanceOf(Delivery.Refused.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void probesVersionAndCredential() {
        Act version = TestServer.recorded("nanomdm-pgsql/01-version");
        server.then(
                version,
                TestServer.recorded("nanomdm-pgsql/16-pushcert-get-no-topic"),
                version,
                TestServer.recorded("nanomdm-pgsql/02-no-auth"));
        assertThat(mdm.probe()).isEqualTo(new Probe(true, true, "NanoMDM unknown at " + mdm.address()));
        assertThat(mdm.probe())
                .isEqualTo(new Probe(
                        true, false, mdm.address() + " answered 401: it refused the credential; check mdm.credential"));
    }

    @Test
    void takesNoProfileWhoseCommandWouldNotFitItsNarrowestStore() {
        Bytes largest = new Bytes(new byte[(int) Flavour.MAXIMUM_SIZE]);
        Command command =
                new Command("0".repeat(36), new InstallProfile(new ProfileIdentifier("com.example.large"), largest));
        assertThat(RawCommand.find(command).orElseThrow()).hasSizeBetween(16_777_215 - 2_048, 16_777_215);
    }

    @Test
    void neverRepeatsThePasswordThatAServerThrowsBack() {
        server.then(scene -> {
            String basic = scene.read().headers().get("authorization");
            scene.write(TestServer.json500("{\"command_error\":\"bad " + basic + "\"}"));
        });
        assertThat(mdm.send(MAC, Mdms.install("n-1")))
                .isEqualTo(new Delivery.Refused(mdm.address() + ": bad Basic ***"));
    }

    private Delivery answered(String recorded, String udid, String commandUuid) {
        server.then(TestServer.recorded(recorded));
        return mdm.send(Mdms.device("S", udid), Mdms.install(commandUuid));
    }
}
