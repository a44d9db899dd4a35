// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.mdmdirector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.http.TestServer;
import dev.cmdm.mdm.http.TestServer.Act;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Whether the server is there and takes the credential. */
class DirectorProbeTest extends MdmDirectorFixture {
    private static final Act HEALTH = TestServer.recorded("mdmdirector/01-health");

    @Test
    void probesHealthAndCredential() {
        server.then(HEALTH, UNKNOWN);
        assertThat(mdm.probe()).isEqualTo(new Probe(true, true, "MDMDirector at " + mdm.address() + ", which says UP"));
        assertThat(server.requests().get(0).headers()).doesNotContainKey("authorization");
        assertThat(lines()).containsExactly("GET /health", "GET /device/serial/00000000");
    }

    @Test
    void probesAWrongPasswordAndAStranger() {
        server.then(
                HEALTH,
                TestServer.recorded("mdmdirector/02-no-auth"),
                TestServer.answer(200, "text/html", "<html>"),
                UNKNOWN);
        assertThat(mdm.probe())
                .isEqualTo(new Probe(
                        true, false, mdm.address() + " answered 401: it refused the credential; check mdm.credential"));
        String stranger = " and is no MDMDirector; check mdm.url and mdm.product";
        assertThat(mdm.probe()).isEqualTo(new Probe(true, false, mdm.address() + " answered 200" + stranger));
        assertThat(mdm.probe()).isEqualTo(new Probe(true, false, mdm.address() + " answered 404" + stranger));
    }

    @Test
    void probesAServerThatIsDown() throws IOException {
        server.close();
        assertThat(mdm.probe().reached()).isFalse();
    }
}
