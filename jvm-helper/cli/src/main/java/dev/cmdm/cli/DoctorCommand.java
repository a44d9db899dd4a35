// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Answer;
import dev.cmdm.answer.Exit;
import dev.cmdm.answer.Operation;
import dev.cmdm.answer.Request;
import dev.cmdm.answer.Result;
import dev.cmdm.answer.Result.DoctorLine.Status;
import dev.cmdm.engine.ClassArchive;
import dev.cmdm.engine.Host;
import dev.cmdm.report.DoctorText;
import dev.cmdm.wire.AnswerWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cmdm doctor}. */
@Command(name = "doctor", description = "Check whether this machine is set up right.")
final class DoctorCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = "--warm",
            description = "Make an archive of classes beside the jar instead, with which cmdm starts faster.")
    private boolean warm;

    DoctorCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (warm) {
            return warm();
        }
        Request request =
                new Request("1", Operation.DOCTOR, Optional.empty(), Request.Readings.NONE, Request.Options.DEFAULTS);
        return new Asking(host, console, common)
                .ask(
                        request,
                        result -> DoctorText.lines((Result.Checked) result),
                        result -> exit((Result.Checked) result));
    }

    private int warm() {
        Result.Checked checked =
                new Result.Checked(List.of(ClassArchive.of(host).make()));
        if (common.format == CommonOptions.Format.json) {
            byte[] line = AnswerWriter.write(new Answer.Success("1", checked));
            console.out().println(new String(line, StandardCharsets.UTF_8));
        } else {
            console.print(DoctorText.lines(checked));
        }
        return exit(checked);
    }

    private static int exit(Result.Checked checked) {
        boolean failed = checked.lines().stream().anyMatch(line -> line.status() == Status.FAIL);
        return failed ? Exit.FAILED : Exit.OK;
    }
}
