// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.answer.SignedFile;
import dev.cmdm.engine.ProfileFiles.Named;
import dev.cmdm.engine.Signing.Job;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many files, and where they go. */
class SigningTest extends SigningTestBase {
    private static final byte[] BROKEN = "<plist".getBytes(StandardCharsets.US_ASCII);

    @Test
    void signsManyInTheirOrderAndOneBadFileStopsOnlyItself() {
        List<Job> jobs = IntStream.range(0, 60)
                .mapToObj(number -> write("p" + number, number == 7 ? BROKEN : profile("com.acme.p" + number)))
                .map(file -> new Job(file(file), new Output.File(out(file), false)))
                .toList();
        List<SignedFile> results = sign(jobs);
        assertThat(results)
                .extracting(SignedFile::file)
                .containsExactlyElementsOf(
                        jobs.stream().map(job -> job.file().name()).toList());
        assertThat(results.get(7)).isInstanceOfSatisfying(SignedFile.Failed.class, failed -> {
            assertThat(failed.error().errorClass()).isEqualTo("malformed-xml");
            assertThat(failed.error().exit()).isEqualTo(65);
        });
        assertThat(results).filteredOn(SignedFile.Signed.class::isInstance).hasSize(59);
        assertThat(out(folder.resolve("p7"))).doesNotExist();
        assertThat(openssl.verify(read(out(folder.resolve("p59"))), "signer.pem"))
                .isEqualTo(profile("com.acme.p59"));
    }

    @Test
    void replacesAFileInItsPlaceWithItsModeAndBehindItsLink() throws IOException {
        Path file = write("profile", profile("com.acme.a"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("profile"));
        sign(List.of(new Job(file(link), new Output.InPlace())));
        assertThat(openssl.verify(read(file), "signer.pem")).isEqualTo(profile("com.acme.a"));
        assertThat(link).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(names()).containsExactlyInAnyOrder("profile", "link");
    }

    @Test
    void neverAltersWhatIsSigned() throws IOException {
        byte[] envelope = openssl.sign(profile("com.acme.a"), "signer", "-stream", "-md", "sha1");
        Path file = write("signed", envelope);
        Object before = Files.readAttributes(file, "unix:ino,ctime");
        List<SignedFile> results = sign(List.of(
                new Job(file(file), new Output.InPlace()), new Job(file(file), new Output.File(out(file), false))));
        assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(SignedFile.AlreadySigned.class));
        assertThat(Files.readAttributes(file, "unix:ino,ctime")).isEqualTo(before);
        assertThat(read(out(file))).isEqualTo(envelope);
    }

    @Test
    void overwritesOnlyWhatItMay() {
        Path file = write("profile", profile("com.acme.a"));
        Path taken = write("taken", BROKEN);
        SignedFile refused = sign(List.of(new Job(file(file), new Output.File(taken, false))))
                .get(0);
        assertThat(((SignedFile.Failed) refused).error().errorClass()).isEqualTo("output-exists");
        assertThat(read(taken)).isEqualTo(BROKEN);
        sign(List.of(new Job(file(file), new Output.File(taken, true))));
        assertThat(openssl.verify(read(taken), "signer.pem")).isEqualTo(profile("com.acme.a"));
    }

    @Test
    void tellsThatAFileCannotBeWrittenAndLeavesNone() {
        Path file = write("profile", profile("com.acme.a"));
        Path below = file.resolve("below/signed");
        SignedFile failed =
                sign(List.of(new Job(file(file), new Output.File(below, true)))).get(0);
        assertThat(((SignedFile.Failed) failed).error().errorClass()).isEqualTo("io");
        assertThat(names()).containsExactly("profile");
    }

    @Test
    void signsFromOneStreamToAnother() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Named in = standardInput(profile("com.acme.a"));
        sign(List.of(new Job(in, new Output.Stream(out))));
        assertThat(openssl.verify(out.toByteArray(), "signer.pem")).isEqualTo(profile("com.acme.a"));
    }

    @Test
    void takesNoMoreFromAStreamThanAProfileMayHave() {
        Named endless = standardInput(new byte[9 * 1024 * 1024]);
        SignedFile failed = sign(List.of(new Job(endless, new Output.File(folder.resolve("x"), false))))
                .get(0);
        assertThat(((SignedFile.Failed) failed).error().errorClass()).isEqualTo("too-large");
        assertThat(names()).isEmpty();
    }

    private static Named file(Path path) {
        return new ProfileFiles(InputStream.nullInputStream())
                .find(List.of(path.toString()))
                .get(0);
    }

    private static Named standardInput(byte[] bytes) {
        return new ProfileFiles(new ByteArrayInputStream(bytes))
                .find(List.of("-"))
                .get(0);
    }

    private static List<SignedFile> sign(List<Job> jobs) {
        List<SignedFile> results = new ArrayList<>();
        signing().sign(jobs, results::add);
        return results;
    }

    private Path out(Path file) {
        return folder.resolve("out").resolve(file.getFileName());
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
