// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.engine.ClassArchive;
import dev.cmdm.engine.Host;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Loads what other commands need, so that an archive of classes can be made of its run; leaves nothing behind. */
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
    public Integer call() throws IOException {
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
        plan();
        SamplePlan.make(host);
        return 0;
    }

    /** From files, as on a command line; they are gone afterwards. */
    private void plan() throws IOException {
        Path folder = Files.createTempDirectory("cmdm-train");
        Path device = folder.resolve("device.json");
        Path profile = folder.resolve("sample.mobileconfig");
        try {
            Files.writeString(device, SamplePlan.DEVICE);
            Files.writeString(profile, SamplePlan.PROFILE);
            String[] where = {"--installed", "-", "--device", device.toString(), folder.toString()};
            for (String format : List.of("json", "text")) {
                List<String> command = new ArrayList<>(List.of("plan", "--mdm", "micromdm", "-o", format));
                command.addAll(List.of(where));
                run(SamplePlan.LISTING, command);
            }
        } finally {
            Files.deleteIfExists(profile);
            Files.deleteIfExists(device);
            Files.delete(folder);
        }
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
