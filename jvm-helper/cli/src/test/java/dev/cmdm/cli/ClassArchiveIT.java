// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive of classes beside the jar: made by {@code doctor --warm}, used only if nobody else can change it. */
class ClassArchiveIT {
    @TempDir
    private Path folder;

    private Path launcher;
    private Path jar;
    private Path archive;

    @BeforeEach
    void copyWhatIsShipped() throws IOException {
        Path home = Files.createDirectory(folder.toRealPath().resolve("cmdm"));
        Files.createDirectory(home.resolve("bin"));
        launcher = Files.copy(Path.of("target/bin/cmdm"), home.resolve("bin/cmdm"));
        jar = Files.copy(Path.of("target/cmdm.jar"), home.resolve("cmdm.jar"));
        archive = home.resolve("cmdm.jsa");
        mode(home, "rwxr-xr-x");
        mode(jar, "rw-r--r--");
    }

    static Stream<Path> everyJava() throws IOException {
        Path system = Path.of("/usr/lib/jvm");
        Path own = Path.of(System.getProperty("java.home"));
        try (Stream<Path> homes = Files.isDirectory(system) ? Files.list(system) : Stream.<Path>empty()) {
            return Stream.concat(
                    Stream.of(own),
                    homes.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                            .filter(home -> !Files.isSymbolicLink(home)))
                    .distinct()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("everyJava")
    void isMadeAndUsedOnEveryJava(Path home) throws Exception {
        Ended warm = run(home, "doctor", "--warm");
        assertThat(warm.exit()).as(warm.toString()).isZero();
        assertThat(warm.out()).startsWith("ok     archive    " + archive);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
                .isEqualTo("rw-r--r--");
        assertThat(launcherArguments()).contains("-XX:SharedArchiveFile=" + archive);
        assertThat(command(home, "-Xshare:on", "-XX:SharedArchiveFile=" + archive, "-jar", jar.toString(), "version")
                        .exit())
                .as("the JVM takes the archive for this jar")
                .isZero();
        assertWorks(home);
    }

    @Test
    void isNotNamedToTheJvmBeforeItIsMadeAndToldInJson() throws Exception {
        assertThat(archive).doesNotExist();
        assertThat(launcherArguments()).doesNotContain("SharedArchiveFile");
        Ended run = run(own(), "doctor", "--warm", "-o", "json");
        assertThat(run.out()).contains("\"subject\":\"archive\"", "\"status\":\"ok\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw-r--", "rw-r--rw-", "rw-rw-rw-"})
    void isPassedOverInSilenceWhenOthersMayChangeIt(String mode) throws Exception {
        Files.writeString(archive, "garbage");
        mode(archive, mode);
        if (System.getProperty("user.name").equals("root")) {
            Files.setAttribute(archive, "unix:gid", 12_345); // the group of root's own is nobody else's
        }
        assertPassedOver();
    }

    @Test
    void isPassedOverInSilenceWhenItIsSomebodyElses() throws Exception {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        Files.writeString(archive, "garbage");
        mode(archive, "rw-r--r--");
        Files.setAttribute(archive, "unix:uid", 12_345);
        assertPassedOver();
    }

    @Test
    void isPassedOverInSilenceWhenItIsALinkOrNoFile() throws Exception {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "garbage");
        Files.createSymbolicLink(archive, elsewhere);
        assertPassedOver();
        Files.delete(archive);
        Files.createDirectory(archive);
        assertPassedOver();
    }

    @Test
    void doesNotMakeAJarUsableThatLiesInAFolderOfOthers() throws Exception {
        Files.writeString(archive, "garbage");
        mode(jar.getParent(), "rwxr-xrwx");
        assertThat(run(own(), "version").exit()).isEqualTo(78);
    }

    @Test
    void brokenOrMadeForAnotherJarItFailsNoRunAndPrintsNothing() throws Exception {
        Files.writeString(archive, "garbage");
        mode(archive, "rw-r--r--");
        assertWorks(own());
        assertThat(run(own(), "doctor", "--warm").exit()).isZero();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));
        assertWorks(own());
    }

    private void assertPassedOver() throws Exception {
        assertThat(launcherArguments()).doesNotContain("SharedArchiveFile");
        assertWorks(own());
    }

    private void assertWorks(Path home) throws Exception {
        Ended run = run(home, "version");
        assertThat(run.exit()).as(run.toString()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).singleElement().asString().startsWith("cmdm ");
    }

    /** What the launcher hands to a java that only prints it. */
    private String launcherArguments() throws Exception {
        Path home = folder.toRealPath().resolve("java");
        Files.createDirectories(home.resolve("bin"));
        Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        mode(java, "rwxr-xr-x");
        return run(home, "version").out();
    }

    private Ended run(Path home, String... arguments) throws Exception {
        return ended(
                home,
                Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                        .toList());
    }

    private Ended command(Path home, String... arguments) throws Exception {
        List<String> flags =
                List.of(home.resolve("bin/java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        return ended(home, Stream.concat(flags.stream(), Stream.of(arguments)).toList());
    }

    private Ended ended(Path home, List<String> command) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CMDM_"));
        builder.environment().put("CMDM_JAVA_HOME", home.toString());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static Path own() {
        return Path.of(System.getProperty("java.home"));
    }

    private static void mode(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
