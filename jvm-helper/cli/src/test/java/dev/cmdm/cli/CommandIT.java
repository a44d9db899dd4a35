// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** Commands beside the plan, by the shipped jar: to a server that tells results, and to one that does not. */
class CommandIT {
    private static final String PASSWORD = "changeit";
    private static final String RESTART = "<plist><dict><key>CommandUUID</key><string>chosen</string><key>Command</key>"
            + "<dict><key>RequestType</key><string>RestartDevice</string></dict></dict></plist>";

    private final SimulatedMac mac = World.mac(World.Product.FLEET);
    private final Shipped cmdm = new Shipped(mac);

    @Test
    void sendsWhatOnlyAsksAndWaitsForTheAnswerWhereOneIsTold() {
        Ended ended = cmdm.run("command", "send", "DeviceInformation", "--wait", "60");
        assertThat(ended.out())
                .containsPattern("^DeviceInformation   done   the Mac acknowledged it \\([0-9A-Fa-f-]{36}\\)");
        assertThat(ended.exit()).isZero();
        assertThat(mac.carriedOut("DeviceInformation")).isEqualTo(1);
        assertThat(cmdm.run("history").out()).containsSubsequence("sent", "queued", "acknowledged");
    }

    @Test
    void saysThatItIsQueuedWhereNoResultIsTold() {
        SimulatedMac other = World.mac(World.Product.MICROMDM);
        Ended ended = new Shipped(other).run("command", "send", "SecurityInfo");
        assertThat(ended.out()).contains("SecurityInfo   pending   queued; this server does not tell results");
        assertThat(ended.exit()).isZero();
        Until.isTrue("the Mac answered", () -> other.carriedOut("SecurityInfo") == 1);
    }

    @Test
    void sendsNothingElseUnlessItIsAllowedByName() {
        String file = write("restart.plist", RESTART.getBytes(StandardCharsets.UTF_8));
        Ended refused = cmdm.run("command", "send", file);
        assertThat(refused.err())
                .contains("RestartDevice is not among the commands that only ask; name it in commands.allow");
        assertThat(refused.exit()).isEqualTo(78);
        assertThat(mac.world().requests(mac.product())).noneMatch(line -> line.contains("RestartDevice"));

        Shipped allowed = cmdm.with("CMDM_COMMANDS_ALLOW", "RestartDevice,InstallProfile");
        Ended audited = allowed.run("command", "send", file, "--audit");
        assertThat(audited.exit()).isZero();
        assertThat(mac.carriedOut("RestartDevice")).isZero();
        Ended sent = allowed.run("command", "send", file);
        assertThat(sent.out()).contains("RestartDevice   ").doesNotContain("chosen");
        Until.isTrue("the Mac answered", () -> mac.carriedOut("RestartDevice") == 1);

        Ended planned = allowed.run("command", "send", "InstallProfile");
        assertThat(planned.err()).contains("InstallProfile goes through the plan");
        assertThat(planned.exit()).isEqualTo(78);
    }

    @Test
    void installsAnApplicationWhosePackageIsWhatItsManifestSays() throws Exception {
        byte[] agent = "an installer".getBytes(StandardCharsets.UTF_8);
        try (Web web = new Web(mac.folder())) {
            Path pkg = Path.of(write("agent.pkg", agent));
            Ended made = cmdm.run(
                    "command",
                    "install-application",
                    "--make-manifest",
                    pkg.toString(),
                    "--url",
                    web.url("agent.pkg"),
                    "--id",
                    "com.acme.agent",
                    "--version",
                    "1.2");
            assertThat(made.exit()).isZero();
            web.serve("agent.plist", made.out().getBytes(StandardCharsets.UTF_8));
            web.serve("agent.pkg", agent);
            Shipped allowed =
                    cmdm.with("CMDM_COMMANDS_ALLOW", "InstallApplication").with("CMDM_MDM_CA", web.certificate());
            Ended sent = install(allowed, web);
            assertThat(sent.out() + sent.err()).contains("InstallApplication   ");
            Until.isTrue("the Mac answered", () -> mac.carriedOut("InstallApplication") == 1);

            web.serve("agent.pkg", "another file".getBytes(StandardCharsets.UTF_8));
            Ended differs = install(allowed, web);
            assertThat(differs.err()).contains("the package");
            assertThat(differs.exit()).isNotZero();
            assertThat(mac.carriedOut("InstallApplication")).isEqualTo(1);
        }
    }

    private static Ended install(Shipped cmdm, Web web) {
        return cmdm.run("command", "install-application", "--manifest-url", web.url("agent.plist"));
    }

    private String write(String name, byte[] content) {
        try {
            return Files.write(mac.folder().resolve(name), content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves files by https, under a certificate of its own. */
    private static final class Web implements AutoCloseable {
        private final HttpsServer server;
        private final Path certificate;
        private final Map<String, byte[]> files = new ConcurrentHashMap<>();

        Web(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
            Path store = folder.resolve("web.p12");
            certificate = folder.resolve("web.pem");
            keytool(
                    store,
                    "-genkeypair",
                    "-alias",
                    "web",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=ip:127.0.0.1",
                    "-ext",
                    "bc=ca:true");
            keytool(store, "-exportcert", "-alias", "web", "-rfc", "-file", certificate.toString());
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
            server.createContext("/", this::answer);
            server.start();
        }

        String certificate() {
            return certificate.toString();
        }

        String url(String name) {
            return "https://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
        }

        /** From now on this is what a file holds. */
        void serve(String name, byte[] content) {
            files.put("/" + name, content);
        }

        private void answer(HttpExchange exchange) throws IOException {
            byte[] content = files.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(content == null ? 404 : 200, content == null ? -1 : content.length);
            if (content != null) {
                exchange.getResponseBody().write(content);
            }
            exchange.close();
        }

        private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        }

        private static void keytool(Path store, String... words) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
            command.addAll(List.of(words));
            command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
