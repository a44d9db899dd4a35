// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.micromdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.http.TestServer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking into the queue. */
class QueueTest extends MicroMdmFixture {
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
}
