// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.process;

import dev.cmdm.process.ProcessCall.Environment;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs of this machine. */
public final class SystemProcessRunner implements ProcessRunner {
    private static final File NOTHING = new File("/dev/null");
    private static final File FOLDER = new File("/");
    private static final Map<String, String> CLEAN =
            Map.of("PATH", "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL", "C.UTF-8");

    @Override
    public ProcessResult run(ProcessCall call) {
        Process process = start(call);
        try {
            return finish(call, process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterruptedException(call.program());
        } finally {
            end(process);
        }
    }

    private static Process start(ProcessCall call) {
        ProcessBuilder builder =
                new ProcessBuilder(call.argv()).directory(FOLDER).redirectInput(ProcessBuilder.Redirect.from(NOTHING));
        if (call.environment() == Environment.CLEAN) {
            builder.environment().clear();
            builder.environment().putAll(CLEAN);
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ProcessNotStartedException(call.program(), e);
        }
    }

    private static ProcessResult finish(ProcessCall call, Process process) throws InterruptedException {
        long end = System.nanoTime() + call.deadline().toNanos();
        List<OutputReader> outputs = List.of(
                OutputReader.start(process.getInputStream(), call.outputLimit(), () -> end(process)),
                OutputReader.start(process.getErrorStream(), call.outputLimit(), () -> end(process)));
        boolean ended = process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        for (OutputReader output : outputs) {
            ended = ended && output.await(TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
        }
        requireWhole(call, outputs, ended);
        return new ProcessResult(
                process.exitValue(), outputs.get(0).bytes(), outputs.get(1).bytes());
    }

    private static void requireWhole(ProcessCall call, List<OutputReader> outputs, boolean ended) {
        if (outputs.stream().anyMatch(OutputReader::tooMuch)) {
            throw new OutputTooLargeException(call.program(), call.outputLimit());
        } else if (!ended) {
            throw new DeadlineExceededException(call.program(), call.deadline());
        }
        for (OutputReader output : outputs) {
            IOException failure = output.failure();
            if (failure != null) {
                throw new OutputLostException(call.program(), failure);
            }
        }
    }

    /** Ends a program and what it started; those that it left to themselves are beyond reach. */
    private static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
