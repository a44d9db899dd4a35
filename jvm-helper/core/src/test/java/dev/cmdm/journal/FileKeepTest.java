// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content that is kept while a local copy makes way. */
class FileKeepTest {
    private static final ProfileKey DOCK = ProfileKey.system(new ProfileIdentifier("com.acme.dock"));
    private static final ProfileKey ODD =
            new ProfileKey(new ProfileIdentifier("com/../acme " + "x".repeat(300)), Scope.USER, "alice");

    @TempDir
    Path state;

    @Test
    void anyProfileIsFoundAgainAsItWasStored() {
        FileKeep keep = new FileKeep(state);
        keep.store(DOCK, "one".getBytes(UTF_8));
        keep.store(DOCK, "two".getBytes(UTF_8));
        keep.store(ODD, "odd".getBytes(UTF_8));
        assertThat(new FileKeep(state).find(DOCK)).hasValue("two".getBytes(UTF_8));
        assertThat(new FileKeep(state).find(ODD)).hasValue("odd".getBytes(UTF_8));
    }

    @Test
    void onlyItsOwnerCanReadIt() throws IOException {
        new FileKeep(state).store(DOCK, "secret".getBytes(UTF_8));
        Path folder = state.resolve("migrating");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
    }

    @Test
    void nothingIsLeftOfWhatIsNotRetainedNorOfWhatWasNeverFinished() throws IOException {
        FileKeep keep = new FileKeep(state);
        keep.store(DOCK, "one".getBytes(UTF_8));
        keep.store(ODD, "odd".getBytes(UTF_8));
        Files.writeString(state.resolve("migrating").resolve("unfinished.new"), "half");
        keep.retain(Set.of(DOCK));
        assertThat(keep.find(DOCK)).isPresent();
        assertThat(keep.find(ODD)).isEmpty();
        assertThat(files()).hasSize(1);
    }

    @Test
    void whereNothingWasEverKeptNothingIsFoundAndNothingMade() {
        FileKeep keep = new FileKeep(state);
        assertThat(keep.find(DOCK)).isEmpty();
        keep.retain(Set.of());
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void aPlaceThatCannotBeUsedIsSaidInOneLine() throws IOException {
        Files.writeString(state.resolve("migrating"), "in the way");
        FileKeep keep = new FileKeep(state);
        assertThatThrownBy(() -> keep.store(DOCK, new byte[1]))
                .isInstanceOf(JournalUnavailableException.class)
                .hasMessageContaining("migrating");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(state.resolve("migrating"))) {
            return files.toList();
        }
    }
}
