// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.micromdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import dev.cmdm.mdm.http.TestServer.Act;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Whether the server is there and takes the credential. */
class ProbeTest extends MicroMdmFixture {
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
                        true,
                        false,
                        "MicroMDM unknown at " + mdm.address()
                                + " has no such API; start it with -api-key, or check mdm.product"));
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
}
