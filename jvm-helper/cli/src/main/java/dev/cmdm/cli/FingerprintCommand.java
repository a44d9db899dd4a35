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

/** {@code cmdm fingerprint}. */
@Command(
        name = "fingerprint",
        description = "Show what profiles of the same settings have in common, whatever their form.")
final class FingerprintCommand implements Callable<Integer> {
    private final Host host;
    private final Console console;

    @Mixin
    private FileOptions files = new FileOptions();

    FingerprintCommand(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    @Override
    public Integer call() {
        return new EachFile(host, console).inspect(files.names, this::tell);
    }

    private void tell(Inspection inspection) {
        if (files.json()) {
            console.out().println(InspectionWriter.writeFingerprint(inspection));
        } else if (inspection instanceof Inspection.Understood understood) {
            console.out().println(InspectionText.fingerprint(understood));
        } else {
            console.error(InspectionText.line((Inspection.Broken) inspection));
        }
    }
}
