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

    /** A plan for no Mac, all of whose readings are given. */
    private static final String PLAN = """
            {"contract":1,"id":"1","operation":"plan","desired":{"owner":"training","profiles":[\
            {"ensure":"present","data":{"$data":"%s"}}]},"installed":{"listing":{"$data":"%s"},"verbose":{"$data":"%s"}},\
            "device":{"serial":"C02XK1ABCDEF","udid":"8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8",\
            "macos":"15.1","enrollment":"user-approved"}}
            """;

    private static final String LISTED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <plist version="1.0"><dict><key>_computerlevel</key><array><dict>
            <key>ProfileIdentifier</key><string>dev.cmdm.training</string>
            <key>ProfileUUID</key><string>0B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11</string>
            <key>ProfileInstallDate</key><string>2026-01-01 12:00:00 +0000</string>
            <key>ProfileItems</key><array><dict><key>PayloadType</key><string>com.apple.dock</string>
            <key>PayloadIdentifier</key><string>dev.cmdm.training.dock</string></dict></array>
            </dict></array></dict></plist>
            """;
    private static final String VERBOSE = """
            _computerlevel[1] attribute: profileIdentifier: dev.cmdm.training
            _computerlevel[1] attribute: profileUUID: 0B0F5F0E-3A55-4A52-8A5F-6A1C3F1F9D11
            _computerlevel[1] attribute: installedByMDM: TRUE
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
        commands.forEach(command -> run(PROFILE, command));
        run(OPEN, List.of("call"));
        run(PLAN.formatted(base64(PROFILE), base64(LISTED), base64(VERBOSE)), List.of("call"));
        run(LISTED, List.of("plan", "--installed", "-", "--device", "/dev/null", "/dev/null"));
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
