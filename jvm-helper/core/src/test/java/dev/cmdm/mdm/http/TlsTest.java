// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.Exchange.Unreachable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TlsTest {
    private static final HttpLimits LIMITS =
            new HttpLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), 1024 * 1024);
    private static final Instant NOW = Instant.now();

    private SSLContext before;

    @BeforeEach
    void remember() throws GeneralSecurityException {
        before = SSLContext.getDefault();
    }

    @AfterEach
    void restore() {
        SSLContext.setDefault(before);
    }

    @Test
    void callsAServerWhoseCertificateTheTrustStoreVouchesFor() throws Exception {
        TestAuthority authority = TestAuthority.of("127.0.0.1", NOW.plusSeconds(3600));
        SSLContext.setDefault(authority.client());
        try (TestServer server = serve(authority)) {
            server.then(TestServer.json(200, "{}"));
            assertThat(call(server.url())).isInstanceOf(Answer.class);
        }
    }

    @Test
    void sendsNothingToAServerWhoseCertificateNobodyVouchesFor() throws Exception {
        TestAuthority authority = TestAuthority.of("127.0.0.1", NOW.plusSeconds(3600));
        try (TestServer server = serve(authority)) {
            server.then(TestServer.json(200, "{}"));
            assertThat(why(call(server.url()))).contains("its certificate is not trusted here");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void sendsNothingToAServerWhoseCertificateIsForAnotherName() throws Exception {
        TestAuthority authority = TestAuthority.of("127.0.0.2", NOW.plusSeconds(3600));
        SSLContext.setDefault(authority.client());
        try (TestServer server = serve(authority)) {
            server.then(TestServer.json(200, "{}"));
            assertThat(why(call(server.url()))).contains("its certificate is not for this name");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void saysThatACertificateHasExpired() throws Exception {
        TestAuthority authority = TestAuthority.of("127.0.0.1", NOW.minusSeconds(60));
        SSLContext.setDefault(authority.client());
        try (TestServer server = serve(authority)) {
            server.then(TestServer.json(200, "{}"));
            assertThat(why(call(server.url()))).contains("its certificate has expired");
        }
    }

    /** Of a certificate that is missing TLS 1.2 tells no more than this alert. (RFC 5246, 7.2.2 and 7.4.6.) */
    @Test
    void saysThatAServerWhichRefusesTheHandshakeMayWantACertificate() throws Exception {
        byte[] alert = {21, 3, 3, 0, 2, 2, 40};
        try (TestServer server = TestServer.on(listener(), "https")) {
            server.then(scene -> {
                scene.in().readNBytes(5);
                scene.write(alert);
                scene.hold();
            });
            assertThat(why(call(server.url()))).contains("it may want a certificate from this machine", "no cipher");
        }
    }

    @Test
    void saysThatAPortSpeaksNoTls() throws Exception {
        try (TestServer server = TestServer.on(listener(), "https")) {
            server.then(scene -> {
                scene.in().readNBytes(5);
                scene.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                scene.hold();
            });
            assertThat(why(call(server.url()))).contains("is this an https port?");
        }
    }

    @Test
    void isUnreachableWhenTheServerNeverAnswersTheHandshake() throws Exception {
        HttpLimits hasty = new HttpLimits(Duration.ofMillis(300), Duration.ofSeconds(20), 1024);
        try (TestServer server = TestServer.on(listener(), "https")) {
            server.then(TestServer.Scene::hold);
            try (HttpCaller caller = HttpCallerFixture.caller(server.url(), hasty)) {
                assertThat(why(caller.call(HttpCall.get("/")))).contains("no connection within");
            }
        }
    }

    @Test
    void offersNothingOlderThanTls12() throws Exception {
        CompletableFuture<List<Integer>> offered = new CompletableFuture<>();
        try (TestServer server = TestServer.on(listener(), "https")) {
            server.then(scene -> {
                offered.complete(versions(new DataInputStream(scene.in())));
                scene.socket().close();
            });
            call(server.url());
        }
        assertThat(offered.get()).containsExactlyInAnyOrder(0x0304, 0x0303);
    }

    /** The versions that a ClientHello offers. (RFC 8446, 4.1.2 and 4.2.1.) */
    private static List<Integer> versions(DataInputStream in) throws IOException {
        in.readNBytes(3);
        ByteBuffer hello = ByteBuffer.wrap(in.readNBytes(in.readUnsignedShort()));
        hello.position(4 + 2 + 32);
        skip(hello, hello.get() & 0xff);
        skip(hello, hello.getShort() & 0xffff);
        skip(hello, hello.get() & 0xff);
        hello.getShort();
        while (hello.hasRemaining()) {
            int type = hello.getShort() & 0xffff;
            int length = hello.getShort() & 0xffff;
            if (type == 43) {
                return list(hello);
            }
            skip(hello, length);
        }
        return List.of();
    }

    private static List<Integer> list(ByteBuffer hello) {
        List<Integer> versions = new ArrayList<>();
        for (int left = hello.get(); left > 0; left -= 2) {
            versions.add(hello.getShort() & 0xffff);
        }
        return versions;
    }

    private static void skip(ByteBuffer buffer, int bytes) {
        buffer.position(buffer.position() + bytes);
    }

    private static TestServer serve(TestAuthority authority) throws Exception {
        return TestServer.on(
                authority.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                "https");
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static Exchange call(ServerUrl url) {
        try (HttpCaller caller = HttpCallerFixture.caller(url, LIMITS)) {
            return caller.call(HttpCall.get("/"));
        }
    }

    private static String why(Exchange exchange) {
        assertThat(exchange).isInstanceOf(Unreachable.class);
        return ((Unreachable) exchange).why();
    }
}
