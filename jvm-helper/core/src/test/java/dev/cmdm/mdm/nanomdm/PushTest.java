// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.nanomdm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PushTest {
    private static final Device MAC = Mdms.device("S", "FFFFFFFF-0000-0000-0000-000000000000");

    @Test
    void wakesAMacBelowThePrefixOfEachProduct() throws IOException {
        String answer = "{\"status\":{\"" + MAC.udid() + "\":{\"push_result\":\"1\"}}}";
        try (TestServer server = TestServer.http().then(TestServer.json(200, answer), TestServer.json(200, answer));
                NanoMdm nano = NanoMdm.open(Flavour.NANOMDM, Mdms.access(server.url()));
                NanoMdm hub = NanoMdm.open(Flavour.NANOHUB, Mdms.access(server.url()))) {
            assertThat(nano.push(MAC)).isEqualTo(new Delivery.Queued(Optional.empty()));
            assertThat(hub.push(MAC)).isEqualTo(new Delivery.Queued(Optional.empty()));
            assertThat(server.requests())
                    .extracting(TestServer.Request::line)
                    .containsExactly(
                            "GET /v1/push/" + MAC.udid() + " HTTP/1.1",
                            "GET /api/v1/nanomdm/push/" + MAC.udid() + " HTTP/1.1");
        }
    }

    @Test
    void passesTheServersOwnWordsOn() throws IOException {
        try (TestServer server = TestServer.http()
                        .then(
                                TestServer.recorded("nanomdm-filekv/21-push-unknown"),
                                TestServer.recorded("nanomdm-filekv/15-push-no-pushcert"));
                NanoMdm nano = NanoMdm.open(Flavour.NANOMDM, Mdms.access(server.url()))) {
            assertThat(nano.push(MAC)).isEqualTo(new Delivery.Queued(Optional.of("push data missing for id")));
            assertThat(((Delivery.Queued) nano.push(MAC)).pushProblem().orElseThrow())
                    .startsWith("retrieving push cert for topic");
        }
    }
}
