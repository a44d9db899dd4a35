// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cmdm.answer.OutputExistsException;
import dev.cmdm.answer.OutputFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OutputFilesTest {
    private static final byte[] BYTES = "profile".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void aPipeIsWrittenToAndStays() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        OutputFiles.write(pipe, BYTES, Optional.empty(), true);
        assertThat(reader.getInputStream().readAllBytes()).isEqualTo(BYTES);
        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(Files.exists(pipe)).isTrue();
    }

    @Test
    void whatALinkPointsToIsReplacedAndTheLinkStays() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        OutputFiles.write(link, BYTES, Optional.empty(), true);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(file).hasBinaryContent(BYTES);
    }

    @Test
    void whatIsReplacedKeepsItsOwnerGroupAndMode() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        assumeTrue(Files.getAttribute(file, "unix:uid").equals(0), "only root may give a file away");
        Files.setAttribute(file, "unix:uid", 1);
        Files.setAttribute(file, "unix:gid", 2);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        OutputFiles.replace(file, BYTES);
        assertThat(file).hasBinaryContent(BYTES);
        assertThat(Files.readAttributes(file, "unix:uid,gid,permissions"))
                .containsEntry("uid", 1)
                .containsEntry("gid", 2)
                .containsEntry("permissions", PosixFilePermissions.fromString("rw-r-----"));
        OutputFiles.write(file, BYTES, Optional.empty(), true);
        assertThat(Files.readAttributes(file, "unix:uid,gid"))
                .containsEntry("uid", 1)
                .containsEntry("gid", 2);
    }

    @Test
    void nothingIsLeftBehindInTheFolder() throws IOException {
        Path file = folder.resolve("deep/file");
        OutputFiles.write(file, BYTES, Optional.empty(), false);
        assertThatThrownBy(() -> OutputFiles.write(file, BYTES, Optional.empty(), false))
                .isInstanceOf(OutputExistsException.class);
        assertThatThrownBy(() -> OutputFiles.write(
                        file.resolveSibling("other"), BYTES, Optional.of(folder.resolve("no")), false))
                .isInstanceOf(OutputFailedException.class);
        assertThat(file.getParent())
                .isDirectoryContaining(found -> found.equals(file))
                .satisfies(parent -> {
                    try (Stream<Path> entries = Files.list(parent)) {
                        assertThat(entries).hasSize(1);
                    }
                });
    }
}
