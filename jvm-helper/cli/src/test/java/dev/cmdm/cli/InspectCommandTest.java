// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    @TempDir
    private Path folder;

    @Test
    void tellsOfAThousandFilesThoughTenAreBroken() throws IOException {
        for (int number = 0; number < 1000; number++) {
            String text = number % 100 == 50 ? "<plist>" : SampleProfile.of("com.acme.p" + number, "");
            Files.writeString(folder.resolve("p%04d.mobileconfig".formatted(number)), text);
        }
        Ended json = Called.with("inspect", "-o", "json", folder.toString());
        assertThat(json.exit()).isEqualTo(65);
        assertThat(json.err()).isEmpty();
        assertThat(json.out().lines()).hasSize(1000).allMatch(line -> line.startsWith("{\"file\":\"" + folder));
        assertThat(json.out().lines().filter(line -> line.contains("\"error\":{\"class\":\"malformed-xml\"")))
                .hasSize(10);

        Ended text = Called.with("inspect", folder.toString());
        assertThat(text.exit()).isEqualTo(65);
        assertThat(text.err().lines()).hasSize(10).allMatch(line -> line.contains("(malformed-xml)"));
        assertThat(text.out().lines().filter(line -> line.contains("  identifier  ")))
                .hasSize(990);
        assertThat(text.out()).endsWith("990 profiles, 10 broken.\n");
    }

    @Test
    void tellsOfOneFileBeforeItReadsTheNext() throws IOException {
        Path first = Files.writeString(folder.resolve("first.mobileconfig"), SampleProfile.of("com.acme.first", ""));
        List<String> toldBefore = new ArrayList<>();
        List<Called> calls = new ArrayList<>();
        InputStream second =
                new ByteArrayInputStream(SampleProfile.of("com.acme.second", "").getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public synchronized int read(byte[] into, int offset, int length) {
                        toldBefore.add(calls.get(0).out.toString(StandardCharsets.UTF_8));
                        return super.read(into, offset, length);
                    }
                };
        calls.add(new Called(second));
        Ended run = calls.get(0).end("inspect", "-o", "json", first.toString(), "-");
        assertThat(toldBefore.get(0)).contains("com.acme.first").endsWith("}\n");
        assertThat(run.out().lines()).hasSize(2).last().asString().contains("\"file\":\"-\"", "com.acme.second");
        assertThat(run.exit()).isZero();
    }

    @Test
    void oneFileHasNoSum() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), SampleProfile.of("com.acme.a", ""));
        assertThat(Called.with("inspect", file.toString()).out()).doesNotContain("broken");
    }

    @Test
    void noFileIsWrongUsage() {
        assertThat(Called.with("inspect").exit()).isEqualTo(64);
        assertThat(Called.with("inspect", "-o", "xml", "a").exit()).isEqualTo(64);
    }

    @Test
    void fingerprintsStandBesideTheirFiles() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain"), SampleProfile.of("com.acme.a", ""));
        Path secret = Files.writeString(
                folder.resolve("secret"), SampleProfile.of("com.acme.a", "<key>Password</key><string>s</string>"));
        Ended text = Called.with("fingerprint", plain.toString(), secret.toString(), folder + "/none");
        assertThat(text.exit()).isEqualTo(65);
        assertThat(text.out().lines().toList().get(0)).matches("[0-9a-f]{64}  " + plain);
        assertThat(text.out().lines().toList().get(1)).startsWith("withheld  " + secret);
        assertThat(text.err()).contains(folder + "/none").contains("(io)");
        assertThat(Called.with("fingerprint", "-o", "json", plain.toString()).out())
                .startsWith("{\"file\":\"" + plain + "\",\"fingerprint\":\"");
    }
}
