// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignCommandTest {
    @TempDir
    private Path folder;

    private SigningKeys keys;
    private Path profile;

    @BeforeEach
    void makeKeys() throws IOException {
        assumeTrue(SigningKeys.openssl(), "openssl is not installed");
        keys = new SigningKeys(folder).make("ec", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
        profile = Files.writeString(
                folder.resolve("a.mobileconfig"), SampleProfile.of("com.acme.a", "<key>autohide</key><true/>"));
    }

    @Test
    void anOutputThatEndsInASlashIsAFolderAlsoForOneFile() {
        Path out = folder.resolve("not/there");
        Ended ended = sign("--output", out + "/", profile.toString());
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(keys.verify(out.resolve("a.mobileconfig"), "ec")).isEqualTo(SigningKeys.read(profile));
    }

    @Test
    void anOutputWithoutOneIsTheFileItself() {
        Path out = folder.resolve("not/there");
        assertThat(sign("--output", out.toString(), profile.toString()).exit()).isZero();
        assertThat(keys.verify(out, "ec")).isEqualTo(SigningKeys.read(profile));
    }

    @Test
    void aSignerOfAnAuthorityOfOnesOwnIsKnown() {
        Path out = folder.resolve("signed.mobileconfig");
        sign("--output", out.toString(), profile.toString());
        assertThat(Called.with("verify", out.toString()).out()).contains("unknown-issuer");
        Ended known = Called.with("verify", "--authority", keys.file("ec.pem").toString(), out.toString());
        assertThat(known.exit()).isZero();
        assertThat(known.out()).doesNotContain("unknown-issuer");
        Ended none = Called.with("verify", "--authority", profile.toString(), out.toString());
        assertThat(none.exit()).isEqualTo(78);
        assertThat(none.err()).contains(profile.toString()).hasLineCount(1);
    }

    private Ended sign(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("sign", "--identity", keys.file("ec.pem").toString()));
        arguments.addAll(List.of("--key", keys.file("ec.key").toString()));
        arguments.addAll(List.of(more));
        return Called.with(arguments.toArray(String[]::new));
    }
}
