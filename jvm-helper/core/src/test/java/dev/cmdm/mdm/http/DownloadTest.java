// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.ManifestException;
import dev.cmdm.mdm.Timing;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody may fetch, over TLS. */
@Timeout(60)
class DownloadTest {
    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();
    private TestServer server;
    private Download download;

    @BeforeEach
    void start() throws Exception {
        TestAuthority authority = TestAuthority.of("127.0.0.1", Instant.now().plusSeconds(3600));
        Path bundle = Files.writeString(
                folder.resolve("ca.pem"),
                TestAuthority.pem("CERTIFICATE", authority.root().getEncoded()));
        server = TestServer.on(
                authority.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                "https");
        Link link = Link.direct(Timing.SYSTEM, new Random(1))
                .withAuthorities(bundle)
                .withDebug(said::add);
        download = new Download(link, HttpCallerFixture.PATIENT);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void fetchesWithoutACredentialAndKeepsTheQueryOutOfTalk() {
        server.then(TestServer.answer(200, "application/octet-stream", "content"));
        assertThat(fetch("/agent.pkg?key=canary", 7)).isEqualTo("content");
        assertThat(server.requests().get(0).line()).isEqualTo("GET /agent.pkg?key=canary HTTP/1.1");
        assertThat(server.requests().get(0).headers()).doesNotContainKey("authorization");
        assertThat(said).isNotEmpty().noneMatch(line -> line.contains("canary"));
    }

    @Test
    void stopsAtItsLimitAlsoWhereTheServerNeverEnds() {
        server.then(TestServer.answer(200, "application/octet-stream", "content"), scene -> {
            scene.read();
            scene.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (scene.pause(0)) {
                scene.write("1000\r\n" + "x".repeat(0x1000) + "\r\n");
            }
        });
        assertThatThrownBy(() -> fetch("/agent.pkg?key=canary", 6))
                .isInstanceOf(ManifestException.class)
                .hasMessage(server.url() + "/agent.pkg is larger than 6 bytes; is it the right one?");
        assertThatThrownBy(() -> fetch("/agent.pkg", 100_000)).hasMessageContaining("larger than 100000 bytes");
    }

    @Test
    void followsNoRedirectForAMacIsToFindItThere() {
        server.then(
                scene -> {
                    scene.read();
                    scene.write("HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
                },
                TestServer.answer(404, "text/plain", "canary"));
        assertThatThrownBy(() -> fetch("/agent.pkg", 100))
                .hasMessageContaining("answered 302, which points elsewhere and is not followed");
        assertThatThrownBy(() -> fetch("/agent.pkg", 100))
                .hasMessage(server.url().address() + " answered 404; a Mac needs the file at this very address");
    }

    @Test
    void saysThatTheConnectionBrokeInTheMiddle() {
        server.then(scene -> {
            scene.read();
            scene.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
            scene.socket().close();
        });
        assertThatThrownBy(() -> fetch("/agent.pkg", 100))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("the connection ended before the whole answer came");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1/a", "file:///etc/passwd", "https://user:canary@a/b", "https:///a", "a b canary"
            })
    void fetchesByHttpsOnly(String address) {
        assertThatThrownBy(() -> download.fetch(address, 10, InputStream::readAllBytes))
                .isInstanceOf(ManifestException.class)
                .message()
                .contains("https")
                .doesNotContain("canary");
    }

    private String fetch(String path, long most) {
        return new String(download.fetch(server.url() + path, most, InputStream::readAllBytes), StandardCharsets.UTF_8);
    }
}
