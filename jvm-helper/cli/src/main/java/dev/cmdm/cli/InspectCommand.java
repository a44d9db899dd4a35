// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Inspection;
import dev.cmdm.engine.Host;
import dev.cmdm.report.InspectionText;
import dev.cmdm.wire.InspectionWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cmdm inspect}. */
@Command(name = "inspect", description = "Show what is in profiles, who signed them, and what they need.")
final class InspectCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;

    @Mixin
    private FileOptions files = new FileOptions();

    InspectCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        EachFile each = new EachFile(host, console);
        int exit = each.inspect(files.names, this::tell);
        if (!files.json() && each.understood() + each.broken() > 1) {
            console.out().println(InspectionText.sum(each.understood(), each.broken()));
        }
        return exit;
    }

    private void tell(Inspection inspection) {
        if (files.json()) {
            console.out().println(InspectionWriter.write(inspection));
        } else if (inspection instanceof Inspection.Understood understood) {
            console.print(InspectionText.lines(understood));
        } else {
            console.error(InspectionText.line((Inspection.Broken) inspection));
        }
    }
}
