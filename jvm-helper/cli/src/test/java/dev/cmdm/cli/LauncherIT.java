// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
    private static final String TOOL_OPTIONS = "-Dof.the.caller=1";

    private static final SimulatedMac MAC = World.mac(World.Product.MICROMDM);
    private final Shipped cmdm = new Shipped(MAC);

    @TempDir
    private Path folder;

    private Path launcher;
    private Path jar;

    @BeforeEach
    void copyWhatIsShipped() throws IOException {
        Path home = Files.createDirectory(folder.toRealPath().resolve("cmdm"));
        Files.createDirectory(home.resolve("bin"));
        launcher = Files.copy(Shipped.LAUNCHER, home.resolve("bin/cmdm"));
        jar = Files.copy(Path.of("target/cmdm.jar"), home.resolve("cmdm.jar"));
        mode(home, "rwxr-xr-x");
        mode(jar, "rw-r--r--");
    }

    @Test
    void startsAJarThatOnlyItsOwnerMayChange() {
        Ended run = cmdm.startProgram(launcher, "version").end();
        assertThat(run.exit()).as(run.toString()).isZero();
        assertThat(run.out()).isNotBlank();
    }

    @Test
    void saysInOneLineThatThereIsNoJava() {
        Ended run = cmdm.with("CMDM_JAVA_HOME", folder.resolve("nope").toString())
                .startProgram(launcher, "version")
                .end();
        assertThat(run.exit()).isEqualTo(78);
        assertThat(run.err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("CMDM_JAVA_HOME has no bin/java"));
    }

    @Test
    void anAnswerThatDoesNotGetOutIsAFailure() {
        Ended run = cmdm.startProgram(Path.of("/bin/sh"), "-c", "\"$0\" version >/dev/full", launcher.toString())
                .end();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("standard output could not be written");
    }

    @Test
    void refusesAJarThatOthersMayChange() throws IOException {
        mode(jar, "rw-r--rw-");
        assertRefused("cmdm.jar may be changed by anyone");
    }

    @Test
    void refusesAFolderThatOthersMayChange() throws IOException {
        mode(jar.getParent(), "rwxr-xrwx");
        assertRefused("may be changed by anyone");
    }

    @Test
    void saysThatTheJarIsMissing() throws IOException {
        Files.delete(jar);
        assertRefused("the jar is missing");
    }

    @Test
    void clearsTheJvmOptionsOfTheCallerWhenRootAndOnlyThen() {
        boolean root = System.getProperty("user.name").equals("root");
        for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
            Ended run = new Shipped(MAC)
                    .with(variable, TOOL_OPTIONS)
                    .startProgram(launcher, "version")
                    .end();
            assertThat(run.exit()).isZero();
            assertThat(run.err().contains(TOOL_OPTIONS)).as(variable).isEqualTo(!root);
        }
    }

    private void assertRefused(String words) {
        Ended run = cmdm.startProgram(launcher, "version").end();
        assertThat(run.exit()).isEqualTo(78);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains(words);
    }

    private static void mode(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
