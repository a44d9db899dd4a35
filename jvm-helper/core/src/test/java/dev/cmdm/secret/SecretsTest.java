// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cmdm.process.DeadlineExceededException;
import dev.cmdm.process.OutputTooLargeException;
import dev.cmdm.process.ProcessCall;
import dev.cmdm.process.ProcessResult;
import dev.cmdm.process.ProcessRunner;
import dev.cmdm.process.SystemProcessRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String USER = System.getProperty("user.name");
    private static final ProcessRunner NO_PROGRAMS = call -> {
        throw new AssertionError("no program is to be run");
    };

    @TempDir
    private Path folder;

    @Test
    void neverPrintsItself() {
        Secret secret = Secret.of("canary");
        assertThat(secret).hasToString("***");
        assertThat(String.format("%s", secret)).isEqualTo("***");
        assertThat(secret.expose()).isEqualTo("canary");
    }

    @Test
    void readsAVariable() {
        assertThat(read("env:KEY", Map.of("KEY", "s3cret"))).isEqualTo("s3cret");
    }

    @Test
    void saysWhichVariableIsMissingOrEmpty() {
        assertThat(failure("env:KEY", NO_PROGRAMS))
                .isInstanceOf(SecretMissingException.class)
                .hasMessage("env:KEY is not set; set it for the program that starts cmdm");
        assertThat(catchThrowable(() -> read("env:KEY", Map.of("KEY", " \n"))))
                .isInstanceOf(SecretMissingException.class)
                .hasMessage("env:KEY is empty; put the secret there");
    }

    @Test
    void readsAFileAndCutsOneLineEnd() throws IOException {
        assertThat(readFile("s3cret \n")).isEqualTo("s3cret ");
        assertThat(readFile("s3cret\r\n")).isEqualTo("s3cret");
        assertThat(readFile("two\nlines\n\n")).isEqualTo("two\nlines\n");
        assertThat(readFile("ü")).isEqualTo("ü");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwx--x---", "rw-rw-rw-"})
    void refusesAFileThatOthersMayReadOrWrite(String mode) throws IOException {
        Path file = file("canary", mode);
        assertThat(failure("file:" + file, NO_PROGRAMS))
                .isInstanceOf(SecretExposedException.class)
                .hasMessage("file:" + file + " has mode " + mode + ", open to others than its owner; chmod it to 0600");
    }

    @Test
    void refusesAFileOfSomebodyElse() throws IOException {
        Path file = file("canary", "rw-------");
        String caller = USER;
        if (USER.equals("root")) {
            Files.setAttribute(file, "unix:uid", 65534);
        } else {
            caller = "somebody-else";
        }
        Secrets secrets = new Secrets(Map.of(), caller, NO_PROGRAMS, folder);
        assertThat(catchThrowable(() -> secrets.read(SecretSource.parse("file:" + file))))
                .isInstanceOf(SecretExposedException.class)
                .hasMessageContaining("who could change it; chown it to root or " + caller);
    }

    @Test
    void followsALinkToWhatItLeadsTo() throws IOException {
        Path open = Files.createSymbolicLink(folder.resolve("open"), file("canary", "rw-r--r--"));
        assertThat(failure("file:" + open, NO_PROGRAMS)).isInstanceOf(SecretExposedException.class);
        Path guarded = Files.createSymbolicLink(folder.resolve("guarded"), file("s3cret", "rw-------"));
        assertThat(read("file:" + guarded, Map.of())).isEqualTo("s3cret");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        assertThat(failure("file:" + folder.resolve("absent"), NO_PROGRAMS))
                .isInstanceOf(SecretMissingException.class)
                .hasMessageContaining("does not exist; create it with mode 0600");
        assertThat(failure("file:" + folder, NO_PROGRAMS))
                .isInstanceOf(SecretUnreadableException.class)
                .hasMessageContaining("is no regular file");
        assertThat(failure("file:" + file("", "rw-------"), NO_PROGRAMS)).isInstanceOf(SecretMissingException.class);
        assertThat(failure("file:" + file("x".repeat(64 * 1024 + 1), "rw-------"), NO_PROGRAMS))
                .isInstanceOf(SecretTooLargeException.class);
        Path latin = file("x", "rw-------");
        Files.write(latin, "canaryü".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(failure("file:" + latin, NO_PROGRAMS))
                .isInstanceOf(SecretUnreadableException.class)
                .hasMessage("file:" + latin + " is no UTF-8 text; store the secret as text");
    }

    @Test
    void readsNoFifoWhichWouldHoldItUpForEver() throws Exception {
        Path fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", "-m", "600", fifo.toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(failure("file:" + fifo, NO_PROGRAMS)).isInstanceOf(SecretUnreadableException.class);
    }

    @Test
    void readsWhatAProgramPrints() {
        Secrets secrets = new Secrets(Map.of(), USER, new SystemProcessRunner(), folder);
        SecretSource source = SecretSource.parse("command:[\"/bin/echo\",\"a b\",\"$HOME\"]");
        assertThat(secrets.read(source).expose()).isEqualTo("a b $HOME");
    }

    @Test
    void asksTheKeychainThroughAppleToolBelowTheRoot() {
        List<ProcessCall> calls = new ArrayList<>();
        Secrets secrets = new Secrets(
                Map.of(),
                USER,
                call -> {
                    calls.add(call);
                    return new ProcessResult(0, "s3cret\n".getBytes(StandardCharsets.UTF_8), new byte[0]);
                },
                folder);
        assertThat(secrets.read(SecretSource.parse("keychain:MDM key")).expose())
                .isEqualTo("s3cret");
        assertThat(calls.get(0).argv())
                .containsExactly(folder + "/usr/bin/security", "find-generic-password", "-w", "-s", "MDM key");
    }

    @Test
    void saysThatAProgramFailedWithoutItsArgumentsAndWithoutWhatItPrinted() {
        ProcessRunner failing = call -> new ProcessResult(
                44, "canary".getBytes(StandardCharsets.UTF_8), "canary".getBytes(StandardCharsets.UTF_8));
        assertThat(failure("keychain:ITEM", failing))
                .isInstanceOf(SecretCommandFailedException.class)
                .hasMessageStartingWith("keychain:ITEM gave no secret (exit 44)")
                .hasMessageNotContaining("canary");
        assertThat(failure("command:[\"/opt/vault\",\"canary\"]", failing))
                .hasMessage("command:/opt/vault gave no secret (exit 44); try it by hand as the same user")
                .hasMessageNotContaining("canary");
    }

    @Test
    void saysThatAProgramIsMissingHangsOrPrintsTooMuch() {
        String source = "command:[\"" + folder + "/absent\",\"canary\"]";
        assertThat(failure(source, new SystemProcessRunner()))
                .isInstanceOf(SecretCommandFailedException.class)
                .hasMessageContaining("could not be started")
                .hasMessageNotContaining("canary");
        assertThat(failure(source, call -> {
                    throw new DeadlineExceededException(call.program(), call.deadline());
                }))
                .isInstanceOf(SecretCommandFailedException.class);
        assertThat(failure(source, call -> {
                    throw new OutputTooLargeException(call.program(), call.outputLimit());
                }))
                .isInstanceOf(SecretTooLargeException.class);
    }

    private Throwable failure(String source, ProcessRunner runner) {
        Secrets secrets = new Secrets(Map.of(), USER, runner, folder);
        return catchThrowable(() -> secrets.read(SecretSource.parse(source)));
    }

    private String read(String source, Map<String, String> environment) {
        return new Secrets(environment, USER, NO_PROGRAMS, folder)
                .read(SecretSource.parse(source))
                .expose();
    }

    private String readFile(String content) throws IOException {
        return read("file:" + file(content, "rw-------"), Map.of());
    }

    private Path file(String content, String mode) throws IOException {
        Path file = Files.createTempFile(folder, "secret", "");
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
