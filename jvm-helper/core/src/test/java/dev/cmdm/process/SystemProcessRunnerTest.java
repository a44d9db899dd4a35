// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cmdm.process.ProcessCall.Environment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs real programs of this machine. */
@Timeout(60)
class SystemProcessRunnerTest {
    private final ProcessRunner runner = new SystemProcessRunner();

    @TempDir
    private Path folder;

    @Test
    void keepsTheTwoOutputsApart() {
        ProcessResult result = shell("echo out; echo err >&2; exit 3");
        assertThat(text(result.stdout())).isEqualTo("out\n");
        assertThat(text(result.stderr())).isEqualTo("err\n");
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.succeeded()).isFalse();
    }

    @Test
    void handsOverArgumentsAsTheyAre() {
        List<String> arguments = List.of("/usr/bin/printf", "%s|", "a b", "$(id)", "*", "'\"", "", "ö\n");
        ProcessResult result = runner.run(ProcessCall.of(arguments));
        assertThat(text(result.stdout())).isEqualTo("a b|$(id)|*|'\"||ö\n|");
    }

    @Test
    void givesTheProgramNothingToRead() {
        ProcessResult result = shell("cat; echo end");
        assertThat(text(result.stdout())).isEqualTo("end\n");
    }

    @Test
    void showsOnlyFixedVariablesUnlessToldOtherwise() {
        String clean = text(runner.run(ProcessCall.of(List.of("/usr/bin/env"))).stdout());
        assertThat(clean.lines()).containsExactlyInAnyOrder("PATH=/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL=C.UTF-8");
        ProcessCall inheriting = ProcessCall.of(List.of("/usr/bin/env")).withEnvironment(Environment.INHERITED);
        String inherited = text(runner.run(inheriting).stdout());
        assertThat(inherited.lines()).contains("PATH=" + System.getenv("PATH"));
    }

    @Test
    void takesMuchFromBothOutputsAtOnce() {
        ProcessResult result =
                shell("head -c 700000 /dev/zero >&2 & head -c 800000 /dev/zero; wait; head -c 200000 /dev/zero >&2");
        assertThat(result.stdout()).hasSize(800_000);
        assertThat(result.stderr()).hasSize(900_000);
    }

    @Test
    void takesExactlyAsMuchAsTheLimit() {
        ProcessCall call = shellCall("head -c 5000 /dev/zero").withOutputLimit(5000);
        assertThat(runner.run(call).stdout()).hasSize(5000);
        assertThatThrownBy(() -> runner.run(call.withOutputLimit(4999))).isInstanceOf(OutputTooLargeException.class);
    }

    @Test
    void endsAProgramThatPrintsWithoutEnd() {
        for (String endless : List.of("yes", "yes >&2")) {
            OutputTooLargeException tooLarge = catchThrowableOfType(
                    OutputTooLargeException.class,
                    () -> runner.run(shellCall("echo $$ >" + folder + "/pid; exec " + endless)));
            assertThat(tooLarge.limit()).isEqualTo(1024 * 1024);
            assertEnded("pid");
        }
    }

    @Test
    void endsWhatTakesTooLong() {
        ProcessCall call = shellCall("exec sleep 600").withDeadline(Duration.ofMillis(200));
        DeadlineExceededException late = catchThrowableOfType(DeadlineExceededException.class, () -> runner.run(call));
        assertThat(late).hasMessage("/bin/sh did not end within 200 ms and was ended");
        assertThat(late.deadline()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void takesWhatTheProgramPrintedOrEndsInTimeWhenSomeoneElseHoldsItsOutput() {
        ProcessCall call = shellCall("echo printed; sleep 30 & exit 0").withDeadline(Duration.ofSeconds(1));
        try {
            assertThat(text(runner.run(call).stdout())).isEqualTo("printed\n");
        } catch (DeadlineExceededException bounded) {
            assertThat(bounded.program()).isEqualTo("/bin/sh");
        }
    }

    @Test
    void endsTheProgramAndWhatItStartedWhenTheCallerIsInterrupted() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicBoolean stillMarked = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            thrown.set(catchThrowable(() -> shell("sleep 600 & echo $! >" + folder + "/child; echo $$ >" + folder
                    + "/half && mv " + folder + "/half " + folder + "/pid; wait")));
            stillMarked.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        await(() -> Files.exists(folder.resolve("pid")));
        caller.interrupt();
        caller.join();
        assertThat(thrown.get()).isInstanceOf(RunInterruptedException.class);
        assertThat(stillMarked).isTrue();
        assertEnded("pid");
        assertEnded("child");
    }

    @Test
    void tellsAProgramThatCannotBeStartedFromOneThatFailed() throws Exception {
        assertThatThrownBy(() -> runner.run(ProcessCall.of(List.of(folder + "/none"))))
                .isInstanceOf(ProcessNotStartedException.class)
                .hasMessage(folder + "/none could not be started");
        Path plain = Files.writeString(folder.resolve("plain"), "no program");
        assertThatThrownBy(() -> runner.run(ProcessCall.of(List.of(plain.toString()))))
                .isInstanceOf(ProcessNotStartedException.class);
        assertThatThrownBy(() -> runner.run(ProcessCall.of(List.of("/bin/echo", "a\0b"))))
                .isInstanceOf(ProcessNotStartedException.class);
    }

    @Test
    void tellsASignalByItsNumber() {
        assertThat(shell("kill -9 $$").exit()).isEqualTo(128 + 9);
    }

    private ProcessResult shell(String script) {
        return runner.run(shellCall(script));
    }

    private static ProcessCall shellCall(String script) {
        return ProcessCall.of(List.of("/bin/sh", "-c", script));
    }

    private static String text(byte[] output) {
        return new String(output, StandardCharsets.UTF_8);
    }

    private long pid(String file) {
        try {
            return Long.parseLong(Files.readString(folder.resolve(file)).strip());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void assertEnded(String file) {
        long pid = pid(file);
        await(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
