// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shipped jar fills placeholders into what it sends, and into nothing that anybody sees of it. */
class FillIT {
    private static final String NAME = "com.acme.a";
    private static final String SECRET = "canary-S3cret-8Zq7";
    private static final String MODULE = "<key>moduleName</key><string>%s</string><key>idleTime</key>";

    @Test
    void fillsSerialAndSecretIntoTheContentAndTheSecretIntoNoOutput() throws IOException {
        SimulatedMac mac = World.mac(World.Product.MICROMDM);
        Shipped cmdm = new Shipped(mac);
        String settings = settings(mac, SECRET).toString();
        declare(mac, "{{serial}}/{{secret:wifi}}");
        Map<String, String> places = new LinkedHashMap<>();

        put(places, "plan", cmdm.plan("--fill", "--config", settings));
        put(places, "plan as JSON", cmdm.plan("--fill", "--config", settings, "-o", "json"));
        mac.serverFaults("[{\"on\": \"any\", \"times\": 1, \"do\": \"status\", \"status\": 500}]");
        put(places, "a server that fails", cmdm.apply("--fill", "--config", settings, "--wait", "1", "--stacktrace"));
        mac.serverFaults("[]");
        put(places, "apply", cmdm.apply("--fill", "--config", settings));
        put(places, "apply as JSON", cmdm.apply("--fill", "--config", settings, "-o", "json"));
        put(places, "config", cmdm.run("config", "show", "--origin", "--config", settings));
        put(places, "history", cmdm.run("history"));
        put(places, "status", cmdm.run("status"));
        files(cmdm.state()).forEach(file -> places.put(file.toString(), text(file)));

        assertThat(places.get("apply as JSON, stdout")).contains("\"keep\":1").contains("guessable-secret");
        assertThat(places.get("config, stdout")).contains("secrets.wifi").contains("file:");
        assertThat(listing(mac)).contains(mac.serial() + "/" + SECRET);
        assertThat(places).hasSizeGreaterThan(16);
        places.forEach((place, text) -> assertThat(text).as(place).doesNotContain(SECRET, encoded(SECRET)));
    }

    @Test
    void deliversAnotherSecretAsAnotherContent() throws IOException {
        SimulatedMac mac = World.mac(World.Product.MICROMDM);
        Shipped cmdm = new Shipped(mac);
        declare(mac, "{{secret:wifi}}");
        cmdm.apply("--fill", "--config", settings(mac, "the first").toString());
        String settings = settings(mac, "the second").toString();

        assertThat(cmdm.apply("--fill", "--config", settings).out()).containsPattern("replaced +com\\.acme\\.a");
        assertThat(listing(mac)).contains("the second").doesNotContain("the first");
    }

    @Test
    void leavesPlaceholdersAsTextWhereNothingIsToBeFilled() throws IOException {
        SimulatedMac mac = World.mac(World.Product.MICROMDM);
        declare(mac, "{{serial}}");

        Ended run = new Shipped(mac).apply();

        assertThat(run.out()).contains("1 done").contains("placeholder");
        assertThat(listing(mac)).contains("{{serial}}");
    }

    @Test
    void aSecretThatCannotBeHadFailsItsProfileOnly() throws IOException {
        SimulatedMac mac = World.mac(World.Product.MICROMDM);
        declare(mac, "{{secret:vpn}}");
        mac.declare("com.acme.b", 600);

        Ended run = new Shipped(mac)
                .apply("--fill", "--config", settings(mac, SECRET).toString());

        assertThat(run.exit()).isEqualTo(78);
        assertThat(run.out())
                .contains("no secret is named vpn here")
                .contains("moduleName")
                .contains("1 done");
        assertThat(mac.listing()).containsExactly("com.acme.b");
    }

    private static void declare(SimulatedMac mac, String text) {
        mac.write(NAME, TestProfile.of(NAME, 600).replace("<key>idleTime</key>", MODULE.formatted(text)));
    }

    /** A file of settings that names a secret, which lies in a file of its own. */
    private static Path settings(SimulatedMac mac, String secret) throws IOException {
        Path source = Files.writeString(mac.folder().resolve("wifi.secret"), secret + "\n");
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rw-------"));
        return Files.writeString(mac.folder().resolve("cmdm.yaml"), "secrets:\n  wifi: file:" + source + "\n");
    }

    private static String encoded(String text) {
        String whole = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return whole.substring(0, 16);
    }

    private static String listing(SimulatedMac mac) throws IOException {
        Process tool =
                new ProcessBuilder(mac.root().resolve("usr/bin/profiles").toString(), "-P", "-o", "stdout-xml").start();
        return new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void put(Map<String, String> places, String name, Ended ended) {
        places.put(name + ", stdout", ended.out());
        places.put(name + ", stderr", ended.err());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
