// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Result.DoctorLine;
import dev.cmdm.answer.Result.DoctorLine.Status;
import dev.cmdm.process.ProcessCall;
import dev.cmdm.process.ProcessException;
import dev.cmdm.process.ProcessRunner;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The archive of loaded classes beside the jar, with which cmdm starts faster. It fits one jar and one
 * JVM, so it is made on the machine that uses it; with another the JVM passes over it. The launcher uses it only if
 * nobody but its owner can change it.
 */
public final class ClassArchive {
    /** The command that loads what the others need; its run is what the archive is made of. */
    public static final String TRAINING = "train";

    private static final String SUBJECT = "archive";

    /** As the launcher starts the JVM: the archive of one garbage collector need not fit another. */
    private static final List<String> FLAGS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable");

    private final ProcessRunner processes;
    private final Path java;
    private final Optional<Path> jar;

    ClassArchive(ProcessRunner processes, Path java, Optional<Path> jar) {
        this.processes = processes;
        this.java = java;
        this.jar = jar;
    }

    /** The archive of the jar and the JVM that this runs in. */
    public static ClassArchive of(Host host) {
        Path java = Path.of(System.getProperty("java.home", ""), "bin", "java");
        return new ClassArchive(host.processes(), java, Release.findJar());
    }

    /** Makes the archive anew, whole or not at all, and tells what became of it. */
    public DoctorLine make() {
        if (jar.isEmpty()) {
            return failed("not started from a jar, so there is nothing to make it of", "use the jar of a release");
        }
        Path whole = beside(jar.get(), ".jsa");
        Path fresh = beside(jar.get(), ".jsa.new");
        try {
            return make(whole, fresh);
        } catch (IOException e) {
            return failed(whole + " could not be written", "run as the owner of the folder, mostly with sudo");
        } catch (ProcessException e) {
            return failed("the training run failed: " + e.getMessage(), "run cmdm version to see whether Java works");
        }
    }

    private DoctorLine make(Path whole, Path fresh) throws IOException {
        try {
            Files.deleteIfExists(fresh);
            int exit = run("-XX:ArchiveClassesAtExit=" + fresh, TRAINING);
            if (exit != 0 || !Files.isRegularFile(fresh) || !fits(fresh)) {
                return failed("none was made, the training run ended with " + exit, "may this account write there?");
            }
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
            force(fresh);
            Files.move(fresh, whole, StandardCopyOption.ATOMIC_MOVE);
            return new DoctorLine(Status.OK, SUBJECT, whole + ", " + Files.size(whole) / 1024 + " KiB", "");
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** A JVM that meets an archive cut short ends at once, so it is read and summed before anyone is to use it. */
    private boolean fits(Path archive) {
        return run("-Xshare:on", "-XX:+VerifySharedSpaces", "-XX:SharedArchiveFile=" + archive, "version") == 0;
    }

    /** And it is on the disk before it has its name. */
    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Runs the jar as the launcher does, with options of the JVM before and a command at the end. */
    private int run(String... optionsAndCommand) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(FLAGS);
        command.addAll(List.of(optionsAndCommand));
        command.addAll(command.size() - 1, List.of("-jar", jar.orElseThrow().toString()));
        return processes.run(ProcessCall.of(command)).exit();
    }

    private static Path beside(Path jar, String ending) {
        String name = String.valueOf(jar.getFileName());
        String base = name.endsWith(".jar") ? name.substring(0, name.length() - ".jar".length()) : name;
        return jar.resolveSibling(base + ending);
    }

    private static DoctorLine failed(String text, String hint) {
        return new DoctorLine(Status.FAIL, SUBJECT, text, hint);
    }
}
