// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Exit;
import dev.cmdm.answer.Inspection;
import dev.cmdm.engine.Host;
import dev.cmdm.engine.Inspector;
import dev.cmdm.engine.ProfileFiles;
import dev.cmdm.engine.ProfileFiles.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Looks into many files, one after the other: each is told of before the next is read, and forgotten. */
final class EachFile {
    private final Host host;
    private final Console console;
    private final List<Integer> exits = new ArrayList<>();
    private int understood;
    private int broken;

    EachFile(Host host, Console console) {
        this.host = host;
        this.console = console;
    }

    /** Tells of every file; the result is the exit number. */
    int inspect(List<String> names, Consumer<Inspection> tell) {
        Inspector inspector = new Inspector(host.profileReader());
        List<Named> files = new ProfileFiles(console.in()).find(names);
        Progress progress = new Progress(host, console, files.size());
        for (Named file : files) {
            Inspection inspection = inspector.inspect(file);
            progress.step(() -> tell.accept(inspection));
            count(inspection);
        }
        return Exit.worst(exits);
    }

    int understood() {
        return understood;
    }

    int broken() {
        return broken;
    }

    private void count(Inspection inspection) {
        if (inspection instanceof Inspection.Broken) {
            broken++;
        } else {
            understood++;
        }
        if (!exits.contains(inspection.exit())) {
            exits.add(inspection.exit());
        }
    }
}
