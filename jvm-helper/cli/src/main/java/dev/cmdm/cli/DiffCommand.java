// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Exit;
import dev.cmdm.answer.Inspection;
import dev.cmdm.engine.Host;
import dev.cmdm.profile.ProfileDiff;
import dev.cmdm.profile.ReadProfile;
import dev.cmdm.report.DiffText;
import dev.cmdm.report.InspectionText;
import dev.cmdm.wire.DiffWriter;
import dev.cmdm.wire.InspectionWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cmdm diff}. */
@Command(name = "diff", description = "Show what two profiles differ in, by key; UUIDs drawn anew are no difference.")
final class DiffCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;
    private final List<ReadProfile> profiles = new ArrayList<>();

    @Parameters(index = "0", paramLabel = "BEFORE", description = "A profile, or - for standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private String before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "Another profile, or - for standard input.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private String after;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "text or json.")
    private CommonOptions.Format format = CommonOptions.Format.text;

    @Option(names = "--show-values", description = "Show values too, but never those of passwords and their like.")
    private boolean values;

    @Option(names = "--detailed-exitcode", description = "2 when the settings differ.")
    private boolean detailed;

    DiffCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        OneFile.require(before);
        OneFile.require(after);
        int exit = new EachFile(host, console).inspect(List.of(before, after), this::take);
        if (exit != Exit.OK) {
            return exit;
        }
        ProfileDiff diff = ProfileDiff.between(profiles.get(0), profiles.get(1));
        if (json()) {
            console.out().println(DiffWriter.write(diff, values));
        } else {
            console.print(DiffText.lines(diff, values));
        }
        return detailed && !diff.equal() ? Exit.CHANGES : Exit.OK;
    }

    private void take(Inspection inspection) {
        if (inspection instanceof Inspection.Understood understood) {
            profiles.add(understood.read());
        } else if (json()) {
            console.out().println(InspectionWriter.write(inspection));
        } else {
            console.error(InspectionText.line((Inspection.Broken) inspection));
        }
    }

    private boolean json() {
        return format == CommonOptions.Format.json;
    }
}
