// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Errors;
import dev.cmdm.answer.VerifiedFile;
import dev.cmdm.profile.ProfileWarning;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is found of files whose signatures are to be verified. */
class VerifyingTest extends SigningTestBase {
    private static final byte[] PROFILE = profile("com.acme.a");

    @Test
    void tellsWhoSignedAProfile() {
        VerifiedFile.Signed found = (VerifiedFile.Signed) verify(openssl.sign(PROFILE, "signer"));
        assertThat(found.valid()).isTrue();
        assertThat(found.findError()).isEmpty();
        assertThat(found.signers()).singleElement().satisfies(signer -> {
            assertThat(signer.signer().subject()).isEqualTo("O=Example,CN=signer");
            assertThat(signer.algorithm()).isEqualTo("EC with SHA-256");
        });
    }

    @Test
    void tellsABadSignatureWithItsSigner() {
        byte[] envelope = openssl.sign(PROFILE, "signer");
        envelope[new String(envelope, StandardCharsets.ISO_8859_1).indexOf("com.acme")] ^= 1;
        VerifiedFile.Signed found = (VerifiedFile.Signed) verify(envelope);
        assertThat(found.valid()).isFalse();
        assertThat(found.signers()).hasSize(1);
        assertThat(errorClass(found)).isEqualTo("cms-bad-signature");
    }

    @Test
    void tellsAGoodSignatureAroundWhatIsNoProfile() {
        VerifiedFile.Signed found =
                (VerifiedFile.Signed) verify(openssl.sign("no profile".getBytes(StandardCharsets.US_ASCII), "signer"));
        assertThat(found.valid()).isTrue();
        assertThat(errorClass(found)).isEqualTo("not-a-profile");
    }

    @Test
    void takesAProfileThatNobodySignedForAnError() {
        assertThat(verify(PROFILE)).isInstanceOf(VerifiedFile.Unsigned.class);
        assertThat(errorClass(verify(PROFILE))).isEqualTo("not-signed");
    }

    @Test
    void tellsWhatCannotBeOpened() {
        byte[] encrypted = openssl.convert(PROFILE, "cms", "-encrypt", "-binary", "-outform", "DER", "signer.pem");
        assertThat(errorClass(verify(encrypted))).isEqualTo("cms-encrypted");
        assertThat(errorClass(verify("neither".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("not-a-profile");
        assertThat(errorClass(verify(List.of(folder.resolve("nowhere"))).get(0)))
                .isEqualTo("io");
    }

    @Test
    void keepsTheOrderOfManyAndGoesOnAfterABadOne() {
        byte[] good = openssl.sign(PROFILE, "signer");
        List<Path> files = Stream.of("a", "b", "c", "d", "e")
                .map(name -> write(name, name.equals("b") ? PROFILE : good))
                .toList();
        List<VerifiedFile> found = verify(files);
        assertThat(found)
                .extracting(VerifiedFile::file)
                .containsExactlyElementsOf(files.stream().map(Path::toString).toList());
        assertThat(found).filteredOn(file -> file.findError().isEmpty()).hasSize(4);
    }

    private VerifiedFile verify(byte[] bytes) {
        return verify(List.of(write("file", bytes))).get(0);
    }

    private static List<VerifiedFile> verify(List<Path> files, Path... authorities) {
        List<VerifiedFile> found = new ArrayList<>();
        List<String> names = files.stream().map(Path::toString).toList();
        new Verifying(HOST, List.of(authorities))
                .verify(new ProfileFiles(InputStream.nullInputStream()).find(names), found::add);
        return found;
    }

    private static String errorClass(VerifiedFile file) {
        return file.findError().map(ErrorInfo::errorClass).orElse("");
    }

    @Test
    void knowsTheSignersOfAnAuthorityThatIsGiven() throws IOException {
        Path file = write("signed", openssl.sign(PROFILE, "signer"));
        Path authorities = Files.createDirectory(folder.resolve("authorities"));
        Files.copy(openssl.path("signer.pem"), authorities.resolve("own.crt"));
        Files.writeString(authorities.resolve("README"), "what lies here");
        assertThat(warnings(file)).contains("unknown-issuer");
        assertThat(warnings(file, openssl.path("signer.pem"))).doesNotContain("unknown-issuer");
        assertThat(warnings(file, authorities)).doesNotContain("unknown-issuer");
        openssl.signer("stranger", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
        assertThat(warnings(file, openssl.path("stranger.pem"))).contains("unknown-issuer");
    }

    @Test
    void refusesAnAuthorityThatIsNone() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        for (Path bad :
                List.of(empty, folder.resolve("nowhere"), write("text.pem", PROFILE), openssl.path("signer.key"))) {
            assertThatThrownBy(() -> new Verifying(HOST, List.of(bad)))
                    .isInstanceOfSatisfying(RuntimeException.class, e -> {
                        ErrorInfo error = Errors.of(e);
                        assertThat(error.errorClass()).isEqualTo("configuration");
                        assertThat(error.exit()).isEqualTo(78);
                        assertThat(error.where()).isEqualTo(bad.toString());
                    });
        }
    }

    private static List<String> warnings(Path file, Path... authorities) {
        VerifiedFile.Signed found =
                (VerifiedFile.Signed) verify(List.of(file), authorities).get(0);
        return found.warnings().stream().map(ProfileWarning::code).toList();
    }
}
