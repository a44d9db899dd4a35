// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.engine.ClassArchive;
import dev.cmdm.engine.Host;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Loads what other commands need, so that an archive of classes can be made of its run; changes nothing. */
@Command(name = ClassArchive.TRAINING, hidden = true, description = "Load what other commands need.")
final class TrainCommand implements Callable<Integer> {
    private static final String OPEN = "{\"contract\":1,\"id\":\"0\",\"operation\":\"open\"}\n";

    /** A plan for no Mac, all of whose readings are given. */
    private static final String PLAN = """
            {"contract":1,"id":"1","operation":"plan","desired":{"owner":"training","profiles":[\
            {"ensure":"present","data":{"$data":"%s"}}]},"installed":{"listing":{"$data":"%s"},"verbose":{"$data":"%s"}},\
            "device":%s}
            """;

    private final Host host;

    TrainCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        List<List<String>> commands = List.of(
                List.of("inspect", "-"),
                List.of("inspect", "-o", "json", "-"),
                List.of("fingerprint", "-"),
                List.of("convert", "--to", "binary", "-"),
                List.of("convert", "--to", "canonical", "-"),
                List.of("diff", "-", "-"),
                List.of("--help"),
                List.of("version"));
        commands.forEach(command -> run(SamplePlan.PROFILE, command));
        run(OPEN, List.of("call"));
        run(
                PLAN.formatted(
                        base64(SamplePlan.PROFILE),
                        base64(SamplePlan.LISTING),
                        base64(SamplePlan.VERBOSE),
                        SamplePlan.DEVICE),
                List.of("call"));
        run(SamplePlan.LISTING, List.of("plan", "--installed", "-", "--device", "/dev/null", "/dev/null"));
        SamplePlan.make(host);
        HeadStart.before("plan");
        return 0;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void run(String input, List<String> command) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        Cmdm.run(host, new Console(in, nowhere, nowhere, false), command.toArray(String[]::new));
    }
}
