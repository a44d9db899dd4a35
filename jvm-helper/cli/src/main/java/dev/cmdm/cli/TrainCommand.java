// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.engine.ClassArchive;
import dev.cmdm.engine.Host;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Loads what other commands need, so that an archive of classes can be made of its run; changes nothing. */
@Command(name = ClassArchive.TRAINING, hidden = true, description = "Load what other commands need.")
final class TrainCommand implements Callable<Integer> {
    private static final String PROFILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0"><dict>
            <key>PayloadIdentifier</key><string>dev.cmdm.training</string>
            <key>PayloadUUID</key><string>6f1d3d6e-8f0e-4c2b-9a4e-0d2b7f3f5a10</string>
            <key>PayloadType</key><string>Configuration</string>
            <key>PayloadContent</key><array><dict>
            <key>PayloadType</key><string>com.apple.dock</string>
            <key>PayloadUUID</key><string>0b0f5f0e-3a55-4a52-8a5f-6a1c3f1f9d11</string>
            <key>orientation</key><string>left &amp; right</string><key>tilesize</key><integer>48</integer>
            <key>shade</key><real>1.5</real><key>on</key><true/><key>icon</key><data>AAAA</data>
            <key>since</key><date>2026-01-02T03:04:05Z</date>
            </dict></array></dict></plist>
            """;
    private static final String OPEN = "{\"contract\":1,\"id\":\"0\",\"operation\":\"open\"}\n";

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
        commands.forEach(command -> run(PROFILE, command));
        run(OPEN, List.of("call"));
        return 0;
    }

    private void run(String input, List<String> command) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        Cmdm.run(host, new Console(in, nowhere, nowhere, false), command.toArray(String[]::new));
    }
}
