// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.nanomdm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.RawCommand;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import dev.cmdm.mdm.http.TestServer.Act;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NanoHUB has NanoMDM's API, so the answers are those that NanoMDM was recorded with; path and user are its own. */
@Timeout(60)
class NanoHubTest {
    private static final String UDID = "E038B886-8C08-4126-90EC-A40FD7B39D77";
    private static final Device MAC = Mdms.device("S", UDID);

    private TestServer server;
    private MdmServer mdm;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.http();
        mdm = NanoMdm.HUB.opener().open(Mdms.access(server.url()));
    }

    @AfterEach
    void stop() throws IOException {
        mdm.close();
        server.close();
    }

    @Test
    void putsTheRawCommandUnderItsOwnPrefixAndAsItsOwnUser() {
        server.then(TestServer.recorded("nanomdm-filekv/03-enqueue-install-nopush"));
        assertThat(mdm.send(MAC, Mdms.install("n-1"))).isEqualTo(new Delivery.Queued(Optional.empty()));
        TestServer.Request sent = server.requests().get(0);
        assertThat(sent.line()).isEqualTo("PUT /api/v1/nanomdm/enqueue/" + UDID + " HTTP/1.1");
        assertThat(sent.headers()).containsEntry("authorization", basic("nanohub"));
        assertThat(sent.body()).isEqualTo(RawCommand.find(Mdms.install("n-1")).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "nanomdm-filekv/08-enqueue-remove, n-5, Queued",
        "nanomdm-filekv/19-enqueue-apns-unreachable, n-9, Queued",
        "nanomdm-filekv/04-enqueue-duplicate-commanduuid, n-1, AlreadyQueued",
        "nanomdm-pgsql/06-enqueue-unknown-id-nopush, n-3, UnknownDevice",
        "nanomdm-filekv/09-enqueue-not-plist, n-6, Refused",
        "nanomdm-filekv/22-device-list-not-there, n-1, Refused",
        "nanomdm-filekv/02-no-auth, n-1, AuthenticationRefused"
    })
    void readsEachAnswerAsThatOfNanoMdm(String recorded, String commandUuid, String delivery) {
        server.then(TestServer.recorded(recorded));
        assertThat(mdm.send(MAC, Mdms.install(commandUuid)).getClass().getSimpleName())
                .isEqualTo(delivery);
    }

    @Test
    void tellsALostAnswerFromAServerThatIsDown() throws IOException {
        server.then(scene -> {
            scene.read();
            scene.reset();
        });
        assertThat(mdm.send(MAC, Mdms.install("n-1"))).isInstanceOf(Delivery.Lost.class);
        server.close();
        assertThat(mdm.send(MAC, Mdms.install("n-1"))).isInstanceOf(Delivery.Unreachable.class);
    }

    @Test
    void tellsNeitherDevicesNorItsQueueAndIsNotAskedForThem() {
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.NOT_TOLD);
        assertThat(mdm.findQueued(MAC)).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void probesVersionAndCredentialUnderItsOwnPrefix() {
        Act version = TestServer.recorded("nanomdm-filekv/01-version");
        server.then(
                version,
                TestServer.recorded("nanomdm-filekv/16-pushcert-get-no-topic"),
                version,
                TestServer.recorded("nanomdm-filekv/02-no-auth"),
                version,
                TestServer.recorded("nanomdm-filekv/22-device-list-not-there"));
        assertThat(mdm.probe()).isEqualTo(new Probe(true, true, "NanoHUB unknown at " + mdm.address()));
        assertThat(mdm.probe())
                .isEqualTo(new Probe(
                        true, false, mdm.address() + " answered 401: it refused the credential; check mdm.credential"));
        assertThat(mdm.probe())
                .isEqualTo(new Probe(
                        true,
                        false,
                        "NanoHUB unknown at " + mdm.address()
                                + " has no such API; start it with -api-key, or check mdm.product"));
        assertThat(server.requests().get(0).line()).isEqualTo("GET /version HTTP/1.1");
        assertThat(server.requests().get(0).headers()).doesNotContainKey("authorization");
        assertThat(server.requests().get(1).line()).isEqualTo("GET /api/v1/nanomdm/pushcert HTTP/1.1");
        assertThat(server.requests().get(1).headers()).containsEntry("authorization", basic("nanohub"));
    }

    private static String basic(String user) {
        return "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + Mdms.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }
}
