// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.Proxy;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.mdm.Timing;
import dev.cmdm.mdm.http.Exchange.Unreachable;
import dev.cmdm.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is reached through a proxy only: its name is known to nobody else. */
@Timeout(60)
class ProxyTest {
    private static final String NAME = "mdm.acme.invalid";

    @TempDir
    private Path folder;

    private TestServer server;
    private TestServer proxy;
    private Link link;

    @BeforeEach
    void start() throws Exception {
        TestAuthority authority = TestAuthority.of(NAME, Instant.now().plusSeconds(3600));
        Path bundle = Files.writeString(
                folder.resolve("ca.pem"),
                TestAuthority.pem("CERTIFICATE", authority.root().getEncoded()));
        server = TestServer.on(
                authority.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                "https");
        proxy = TestServer.http();
        link = Link.direct(Timing.SYSTEM, new Random(1)).withAuthorities(bundle);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        proxy.close();
    }

    @Test
    void asksTheProxyForATunnelAndShowsTheServersCredentialToTheServerOnly() {
        proxy.then(this::tunnel);
        server.then(TestServer.json(200, "{}"), TestServer.json(200, "{}"));
        try (HttpCaller caller = caller(through())) {
            assertThat(HttpCallerFixture.answer(caller.call(HttpCall.get("/a"))).status())
                    .isEqualTo(200);
            assertThat(HttpCallerFixture.answer(caller.call(HttpCall.get("/b"))).status())
                    .isEqualTo(200);
        }
        assertThat(proxy.requests()).hasSize(1);
        assertThat(proxy.requests().get(0).line()).isEqualTo("CONNECT " + NAME + ":443 HTTP/1.1");
        assertThat(proxy.requests().get(0).headers()).doesNotContainKeys("authorization", "proxy-authorization");
        assertThat(server.requests().get(0).headers())
                .containsKey("authorization")
                .doesNotContainKey("proxy-authorization");
    }

    @Test
    void showsTheProxysCredentialToTheProxyOnly() {
        proxy.then(this::tunnel);
        server.then(TestServer.json(200, "{}"));
        call(through().with(Secret.of("user:pass")));
        assertThat(proxy.requests().get(0).headers()).containsEntry("proxy-authorization", "Basic dXNlcjpwYXNz");
        assertThat(server.requests().get(0).headers()).doesNotContainKey("proxy-authorization");
    }

    @Test
    void aProxyThatRefusesIsToldFromAServerThatDoes() {
        proxy.then(TestServer.answer(407, "text/plain", "no"), TestServer.answer(403, "text/plain", "no"));
        String at = NAME + ":443: the proxy " + proxy.url().address();
        assertThat(((Unreachable) call(through())).why())
                .isEqualTo(at + " answered 407: it wants a credential or another; check mdm.proxy_credential");
        assertThat(((Unreachable) call(through())).why()).startsWith(at + " answered 403 and let nothing through");
        assertThat(server.connections()).isZero();
    }

    @Test
    void leavesOutTheServersThatAreExcepted() {
        Exchange exchange = call(through().without("other.example, .acme.invalid"));
        assertThat(((Unreachable) exchange).why()).contains("not known to DNS");
        assertThat(proxy.connections()).isZero();
    }

    private Proxy through() {
        return Proxy.parse(proxy.url().toString(), "mdm.proxy");
    }

    private HttpCaller caller(Proxy through) {
        return new HttpCaller(
                ServerUrl.parse("https://" + NAME),
                Authorization.basic("u", Secret.of("p")),
                new HttpLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), 1024 * 1024),
                HttpCallerFixture.ONCE,
                link.withProxy(through));
    }

    private Exchange call(Proxy through) {
        try (HttpCaller caller = caller(through)) {
            return caller.call(HttpCall.get("/a"));
        }
    }

    private void tunnel(TestServer.Scene scene) throws IOException {
        scene.read();
        try (Socket there =
                new Socket(InetAddress.getLoopbackAddress(), server.url().port())) {
            scene.write("HTTP/1.1 200 Connection established\r\n\r\n");
            Thread back = new Thread(() -> copy(there, scene.socket()));
            back.setDaemon(true);
            back.start();
            scene.in().transferTo(there.getOutputStream());
        }
    }

    private static void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // One end is closed, as tunnels end.
            return;
        }
    }
}
