// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

import dev.cmdm.process.DeadlineExceededException;
import dev.cmdm.process.ProcessCall;
import dev.cmdm.process.ProcessNotStartedException;
import dev.cmdm.process.ProcessResult;
import dev.cmdm.process.ProcessRunner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers calls as tools were recorded to, and remembers which were made; whatever was not recorded does not exist. */
final class RecordedTools implements ProcessRunner {
    private final Map<String, Supplier<ProcessResult>> answers = new HashMap<>();
    private final List<String> calls = new ArrayList<>();

    RecordedTools answer(String command, String stdout) {
        return answer(command, 0, stdout, "");
    }

    RecordedTools answer(String command, int exit, String stdout, String stderr) {
        return answer(
                command,
                new ProcessResult(
                        exit, stdout.getBytes(StandardCharsets.UTF_8), stderr.getBytes(StandardCharsets.UTF_8)));
    }

    RecordedTools answer(String command, ProcessResult result) {
        answers.put(command, () -> result);
        return this;
    }

    RecordedTools hang(String command) {
        answers.put(command, () -> {
            throw new DeadlineExceededException(command.substring(0, command.indexOf(' ')), Duration.ofSeconds(60));
        });
        return this;
    }

    /** The calls so far, each as its words joined by spaces. */
    List<String> calls() {
        return calls;
    }

    @Override
    public ProcessResult run(ProcessCall call) {
        String command = String.join(" ", call.argv());
        calls.add(command);
        Supplier<ProcessResult> answer = answers.get(command);
        if (answer == null) {
            throw new ProcessNotStartedException(call.program(), new IOException("error=2, No such file or directory"));
        }
        return answer.get();
    }
}
