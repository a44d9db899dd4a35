// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.LinkException;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.mdm.Timing;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.Exchange.Unreachable;
import dev.cmdm.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLServerSocket;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OutputEncryptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Authorities of one's own, and a certificate to show. */
@Timeout(60)
class LinkTest {
    private static final String PASSWORD = "canary-of-the-key";

    @TempDir
    private Path folder;

    private final Link direct = Link.direct(Timing.SYSTEM, new Random(1));
    private TestAuthority authority;
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        authority = TestAuthority.of("127.0.0.1", Instant.now().plus(Duration.ofDays(20)));
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void trustsAnAuthorityOfItsOwnBesideThePlatforms() throws Exception {
        serve(false).then(TestServer.json(200, "{}"));
        Path bundle = file(
                "ca.pem",
                "# ours - made by hand\n"
                        + TestAuthority.pem("CERTIFICATE", authority.root().getEncoded()));
        try (HttpCaller caller = caller(direct.withAuthorities(bundle))) {
            assertThat(caller.call(HttpCall.get("/"))).isInstanceOf(Answer.class);
            ServerTls met = caller.met().orElseThrow();
            assertThat(met.version()).isEqualTo("TLSv1.3");
            assertThat(met.until()).isBefore(Instant.now().plus(Duration.ofDays(21)));
        }
    }

    @Test
    void doesNotTrustAnotherAuthorityForThat() throws Exception {
        serve(false).then(TestServer.json(200, "{}"));
        TestAuthority other = TestAuthority.of("127.0.0.1", Instant.now().plusSeconds(60));
        Path bundle =
                file("ca.pem", TestAuthority.pem("CERTIFICATE", other.root().getEncoded()));
        Exchange exchange = call(direct.withAuthorities(bundle));
        assertThat(((Unreachable) exchange).why()).contains("name the authority that issued it in mdm.ca");
        assertThat(((Unreachable) exchange).lasting()).isTrue();
    }

    @Test
    void showsACertificateFromPkcs12() throws Exception {
        serve(true).then(TestServer.json(200, "{}"));
        Path file = folder.resolve("own.p12");
        authority.own().storeTo(file, PASSWORD.toCharArray());
        assertThat(call(trusting().withIdentity(identity(file)))).isInstanceOf(Answer.class);
    }

    @Test
    void showsACertificateFromPem() throws Exception {
        serve(true).then(TestServer.json(200, "{}"));
        Path file = file("own.pem", certificate() + key());
        assertThat(call(trusting().withIdentity(new Link.Identity(file, Optional.empty()))))
                .isInstanceOf(Answer.class);
    }

    @Test
    void showsACertificateWhoseKeyIsEncryptedInPem() throws Exception {
        serve(true).then(TestServer.json(200, "{}"));
        Path file = file("own.pem", locked() + certificate());
        assertThat(call(trusting().withIdentity(identity(file)))).isInstanceOf(Answer.class);
    }

    @Test
    void saysThatTheServerWantsACertificate() throws Exception {
        serve(true).then(TestServer.json(200, "{}"));
        assertThat(((Unreachable) call(trusting())).why())
                .contains(
                        "it may want a certificate from this machine, or another; name the right one in mdm.client_identity");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void refusesAFileOfAKeyThatOthersMayRead() throws Exception {
        Path file = file("own.pem", certificate() + key());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertRefused(identity(file), "open to others than its owner; chmod it to 0600");
    }

    @Test
    void saysWhatIsWrongWithAnIdentityWithoutAnySecret() throws Exception {
        Path locked = file("own.pem", locked() + certificate());
        Link.Identity wrong = new Link.Identity(locked, Optional.of(() -> Secret.of("canary-wrong")));
        assertRefused(wrong, "mdm.client_identity_password does not open");
        assertRefused(new Link.Identity(locked, Optional.empty()), "say where its password comes from");
        Path store = folder.resolve("own.p12");
        authority.own().storeTo(store, PASSWORD.toCharArray());
        assertRefused(new Link.Identity(store, Optional.of(() -> Secret.of("canary-wrong"))), "cannot be opened");
        assertRefused(identity(folder.resolve("none.p12")), "is missing");
        assertRefused(identity(file("old.pem", TestAuthority.pem("RSA PRIVATE KEY", new byte[9]))), "openssl pkcs8");
        assertRefused(identity(file("bare.pem", certificate())), "holds 0 private keys in PEM");
        assertRefused(
                identity(file("broken.pem", TestAuthority.pem("PRIVATE KEY", new byte[9]) + certificate())), "broken");
    }

    @Test
    void saysWhatIsWrongWithAFileOfAuthorities() throws Exception {
        Path empty = file("empty.pem", "nothing");
        assertThatThrownBy(() -> caller(direct.withAuthorities(empty)))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("holds no certificate in PEM");
        Path broken = file("broken.pem", TestAuthority.pem("CERTIFICATE", new byte[40]));
        assertThatThrownBy(() -> caller(direct.withAuthorities(broken)))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining("is broken; export it again");
    }

    private void assertRefused(Link.Identity identity, String words) {
        assertThatThrownBy(() -> caller(direct.withIdentity(identity)))
                .isInstanceOf(LinkException.class)
                .hasMessageContaining(identity.file().toString())
                .hasMessageContaining(words)
                .message()
                .doesNotContain("canary");
    }

    private Link trusting() throws Exception {
        return direct.withAuthorities(
                file("ca.pem", TestAuthority.pem("CERTIFICATE", authority.root().getEncoded())));
    }

    private static Link.Identity identity(Path file) {
        return new Link.Identity(file, Optional.of(() -> Secret.of(PASSWORD)));
    }

    private String certificate() throws Exception {
        return TestAuthority.pem("CERTIFICATE", authority.own().certificate().getEncoded());
    }

    private String key() {
        return TestAuthority.pem("PRIVATE KEY", authority.own().key().getEncoded());
    }

    /** As openssl encrypts it: PBES2 with AES. */
    private String locked() throws Exception {
        OutputEncryptor encryptor = new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                .setProvider(new BouncyCastleProvider())
                .setPRF(PKCS8Generator.PRF_HMACSHA256)
                .setPassword(PASSWORD.toCharArray())
                .build();
        byte[] locked = new JcaPKCS8Generator(authority.own().key(), encryptor)
                .generate()
                .getContent();
        return TestAuthority.pem("ENCRYPTED PRIVATE KEY", locked);
    }

    private Path file(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    /** TLS 1.2 where a certificate is wanted, for there the refusal always comes before the request. */
    private TestServer serve(boolean wantsCertificate) throws Exception {
        SSLServerSocket listener = (SSLServerSocket)
                authority.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        if (wantsCertificate) {
            listener.setNeedClientAuth(true);
            listener.setEnabledProtocols(new String[] {"TLSv1.2"});
        }
        server = TestServer.on(listener, "https");
        return server;
    }

    private HttpCaller caller(Link link) {
        ServerUrl url = server == null ? ServerUrl.parse("https://127.0.0.1:1") : server.url();
        return new HttpCaller(
                url, Authorization.bearer(Secret.of("t")), HttpCallerFixture.PATIENT, HttpCallerFixture.ONCE, link);
    }

    private Exchange call(Link link) {
        try (HttpCaller caller = caller(link)) {
            return caller.call(HttpCall.get("/"));
        }
    }
}
