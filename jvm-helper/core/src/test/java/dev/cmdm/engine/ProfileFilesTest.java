// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cmdm.desired.FileUnreadableException;
import dev.cmdm.engine.ProfileFiles.Named;
import dev.cmdm.plist.TooLargeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60) // a reader that opened a pipe would wait for ever
class ProfileFilesTest {
    private static final int CAP = 8 * 1024 * 1024;

    @TempDir
    private Path folder;

    private final ProfileFiles files = new ProfileFiles(InputStream.nullInputStream());

    @Test
    void takesFilesAsNamedAndProfilesOfFoldersInNameOrderAtAnyDepth() throws IOException {
        Files.createDirectories(folder.resolve("b/c"));
        Path odd = Files.writeString(folder.resolve("odd.txt"), "odd");
        Files.writeString(folder.resolve("z.mobileconfig"), "z");
        Files.writeString(folder.resolve("b/c/a.mobileconfig"), "a");
        Files.writeString(folder.resolve("b/notes.md"), "no");
        assertThat(files.find(List.of(odd.toString(), folder.toString())))
                .extracting(named -> Path.of(named.name()).getFileName() + "=" + text(named))
                .containsExactly("odd.txt=odd", "a.mobileconfig=a", "z.mobileconfig=z");
    }

    @Test
    void followsALinkThatIsNamedAndNoFolderLinkInsideAFolder() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.writeString(real.resolve("a.mobileconfig"), "a");
        Files.createSymbolicLink(real.resolve("round"), real);
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        assertThat(files.find(List.of(link.toString())))
                .extracting(ProfileFilesTest::text)
                .containsExactly("a");
    }

    @Test
    void readsStandardInputForADash() {
        ProfileFiles piped = new ProfileFiles(new ByteArrayInputStream("piped".getBytes(StandardCharsets.UTF_8)));
        assertThat(piped.find(List.of("-"))).singleElement().satisfies(named -> {
            assertThat(named.name()).isEqualTo("-");
            assertThat(text(named)).isEqualTo("piped");
        });
    }

    @Test
    void refusesMoreOnStandardInputThanTheCapAndReadsNoFurther() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };
        Named named = new ProfileFiles(endless).find(List.of("-")).get(0);
        assertThatExceptionOfType(TooLargeException.class)
                .isThrownBy(() -> named.content().get());
    }

    @Test
    void saysOfAMissingFileThatItIsMissing() {
        refused(folder.resolve("none"), "it is missing");
    }

    @Test
    void saysOfALinkToNothingWhatItIs() throws IOException {
        refused(Files.createSymbolicLink(folder.resolve("l"), folder.resolve("none")), "it is a link to nothing");
    }

    @Test
    void opensNoPipeAndNoDevice() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        refused(pipe, "no regular file");
        refused(Path.of("/dev/zero"), "no regular file");
    }

    @Test
    void saysOfAFolderWithoutProfilesThatItHoldsNone() {
        refused(folder, "no *.mobileconfig is in this folder");
    }

    @Test
    void measuresAFileBeforeReadingItEvenWhenItsBytesAreHoles() throws IOException {
        Path sparse = folder.resolve("sparse");
        try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(1L << 40);
        }
        Named named = files.find(List.of(sparse.toString())).get(0);
        assertThatExceptionOfType(TooLargeException.class)
                .isThrownBy(() -> named.content().get());
        try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
            file.setLength(CAP);
        }
        assertThat(named.content().get()).hasSize(CAP);
    }

    @Test
    void aNameThatNoFileCanHaveFailsAlone() {
        List<Named> found = files.find(List.of("a\0b", "-"));
        assertThatExceptionOfType(FileUnreadableException.class)
                .isThrownBy(() -> found.get(0).content().get());
        assertThat(text(found.get(1))).isEmpty();
    }

    /** Root may read every folder, so for root there is no failure. */
    @Test
    void oneFolderThatMayNotBeReadIsOneFailureAndTheOthersAreFound() throws IOException {
        boolean root = System.getProperty("user.name").equals("root");
        Files.writeString(folder.resolve("z.mobileconfig"), "z");
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        List<Named> found = files.find(List.of(folder.toString()));
        assertThat(found).hasSize(root ? 1 : 2);
        if (!root) {
            assertThatExceptionOfType(FileUnreadableException.class)
                    .isThrownBy(() -> found.get(0).content().get());
        }
        assertThat(text(found.get(found.size() - 1))).isEqualTo("z");
    }

    private void refused(Path path, String why) {
        Named named = files.find(List.of(path.toString())).get(0);
        assertThatExceptionOfType(FileUnreadableException.class)
                .isThrownBy(() -> named.content().get())
                .withMessageContaining(why)
                .satisfies(thrown -> assertThat(thrown.file()).isEqualTo(path.toString()));
    }

    private static String text(Named named) {
        return new String(named.content().get(), StandardCharsets.UTF_8);
    }
}
