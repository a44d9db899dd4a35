// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.TestProfiles;
import dev.cmdm.simulator.world.TestWorld;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlServerTest {
    @TempDir
    private Path folder;

    private TestWorld world;

    @BeforeEach
    void begin() throws Exception {
        world = TestWorld.start(
                folder, "{'macs':[{'name':'mac1','serial':'S1','udid':'U1','macos':'15.1','asUid':0}]}");
    }

    @AfterEach
    void end() throws Exception {
        world.close();
    }

    @Test
    void tellsWhatAMacIs() throws Exception {
        HttpResponse<String> answer = world.control("GET", "/macs/mac1", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"serial\":\"S1\",\"udid\":\"U1\",\"macos\":\"15.1\",\"enrolled\":false,\"approval\":\"none\","
                                + "\"profiles\":[],\"commandsAnswered\":0,\"checkIns\":0,\"asleep\":false}\n");
    }

    @Test
    void installsAndRemovesAsAPersonDoes() throws Exception {
        assertThat(install(TestProfiles.bytes("com.acme.a")).body())
                .contains("\"identifier\":\"com.acme.a\"", "\"origin\":\"local\"");
        assertThat(world.profiles("-P")).contains("com.acme.a");

        assertThat(world.control("POST", "/macs/mac1/remove", "{'identifier':'com.acme.a'}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(world.profiles("-P")).doesNotContain("com.acme.a");
    }

    @Test
    void tellsTheErrorChainOfARefusal() throws Exception {
        HttpResponse<String> answer = install("nothing".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"domain\":\"NSCocoaErrorDomain\"", "\"code\":3840");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    GET  | /macs/mac9            | {}                          | 404 | there is no Mac mac9
                    GET  | /servers/mdm/requests | {}                          | 404 | there is no server mdm
                    POST | /macs/mac1/dance      | {}                          | 404 | nothing answers POST /macs/mac1/dance
                    GET  | /macs/mac1/check-in   | {}                          | 404 | nothing answers GET
                    POST | /macs/mac1/check-in   | {}                          | 409 | mac1 is not enrolled; enroll it first
                    POST | /macs/mac1/unenroll   | {}                          | 409 | mac1 is not enrolled
                    POST | /macs/mac1/declare    | {'profile':''}              | 409 | mac1 takes no declarations; it must be enrolled
                    POST | /macs/mac1/remove     | {'identifier':'com.acme.b'} | 409 | ABSENT
                    POST | /macs/mac1/enroll     | {'server':'mdm'}            | 400 | request.server: one of []
                    PUT  | /macs/mac1/faults     | {'asleep':'yes'}            | 400 | request.asleep: true or false
                    PUT  | /macs/mac1/faults     | {'sleepy':true}             | 400 | request.sleepy: no such field
                    PUT  | /macs/mac1/faults     | {'notNow':-1}               | 400 | request.notNow: a count
                    PUT  | /macs/mac1/faults     | {'error':{'identifier':'a'}} | 400 | request.error.chain: a list
                    PUT  | /macs/mac1/faults     | nothing                     | 400 | request: is no JSON
                    POST | /macs/mac1/install    | {'profile':'%'}             | 400 | request.profile: base64
                    """)
    void saysWhatIsWrongWithARequest(String method, String path, String json, int status, String words)
            throws Exception {
        HttpResponse<String> answer = world.control(method, path, json);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":\"").contains(words);
    }

    @Test
    void endsTheProgramAfterItsAnswer() throws Exception {
        assertThat(world.control("POST", "/shutdown", "").body()).isEqualTo("{\"ending\":true}\n");
        assertThat(world.shutdown().await(30, TimeUnit.SECONDS)).isTrue();
    }

    private HttpResponse<String> install(byte[] profile) throws Exception {
        String base64 = Base64.getEncoder().encodeToString(profile);
        return world.control("POST", "/macs/mac1/install", "{'profile':'" + base64 + "','origin':'local'}");
    }
}
