// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cmdm.apply.CommandIds;
import dev.cmdm.journal.Time;
import dev.cmdm.sign.IdentitySource;
import dev.cmdm.sign.Openssl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A machine without programs, and an identity that openssl made. */
abstract class SigningTestBase {
    static final Host HOST = new Host(
            Map.of(),
            "Linux",
            "somebody",
            call -> {
                throw new AssertionError("no program is to be run");
            },
            Time.SYSTEM,
            CommandIds.random());

    static Openssl openssl;

    @TempDir
    private static Path keys;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeSigner() {
        assumeTrue(Openssl.available(), "openssl is not installed");
        openssl = new Openssl(keys);
        openssl.signer("signer", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
    }

    static Signing signing() {
        return Signing.open(
                HOST,
                new IdentitySource.Files(
                        openssl.path("signer.pem"),
                        Optional.of(openssl.path("signer.key")),
                        List.of(),
                        Optional.empty()));
    }

    Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] profile(String identifier) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <plist version="1.0"><dict>
                <key>PayloadType</key><string>Configuration</string>
                <key>PayloadVersion</key><integer>1</integer>
                <key>PayloadIdentifier</key><string>%s</string>
                <key>PayloadUUID</key><string>11111111-1111-4111-8111-111111111111</string>
                <key>PayloadScope</key><string>System</string>
                <key>PayloadContent</key><array/>
                </dict></plist>
                """.formatted(identifier).getBytes(StandardCharsets.UTF_8);
    }
}
