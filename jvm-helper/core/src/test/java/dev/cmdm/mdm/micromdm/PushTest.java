// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.micromdm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.TestServer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That a Mac could not be woken is a remark. */
class PushTest extends MicroMdmFixture {
    @Test
    void wakesAMac() {
        server.then(TestServer.json(200, "{\"status\":\"success\",\"push_notification_id\":\"1\"}"));
        assertThat(mdm.push(MAC)).isEqualTo(new Delivery.Queued(Optional.empty()));
        assertThat(server.requests().get(0).line()).isEqualTo("POST /v1/push/" + UDID + " HTTP/1.1");
    }

    @Test
    void passesTheServersOwnWordsOn() {
        server.then(TestServer.recorded("micromdm/26-push-post"), TestServer.recorded("micromdm/27-push-unknown"));
        assertThat(mdm.push(MAC)).isEqualTo(new Delivery.Queued(Optional.of("invalid push token")));
        assertThat(((Delivery.Queued) mdm.push(MAC)).pushProblem().orElseThrow())
                .contains("not found: PushInfo");
    }

    @Test
    void saysWhatABrokenConnectionMeansAndAsksOnce() {
        server.then(scene -> {
            scene.read();
            scene.socket().close();
        });
        assertThat(((Delivery.Queued) mdm.push(MAC)).pushProblem().orElseThrow())
                .contains("has", "a push certificate?");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void passesOnThatTheCredentialWasRefused() {
        server.then(TestServer.recorded("micromdm/06-devices-wrong-password"));
        assertThat(mdm.push(MAC)).isInstanceOf(Delivery.AuthenticationRefused.class);
    }
}
