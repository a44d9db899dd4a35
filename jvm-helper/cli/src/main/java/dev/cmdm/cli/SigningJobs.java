// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.engine.Input;
import dev.cmdm.engine.Output;
import dev.cmdm.engine.Signing.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Which profiles are signed, and where each goes. */
final class SigningJobs {
    private static final Path STANDARD_INPUT = Path.of("-");

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Profiles: files, folders with *.mobileconfig at any depth, or - for standard input.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "PATH",
            description = "Where to write: a file for one profile, a folder for several.")
    private @Nullable Path output;

    @Option(names = "--in-place", description = "Replace each file by the signed one.")
    private boolean inPlace;

    @Option(names = "--overwrite", description = "Replace files that --output meets.")
    private boolean overwrite;

    /** Whether the signed profile is all that standard output may hold. */
    boolean toStandardOutput() {
        return output == null && paths.equals(List.of(STANDARD_INPUT));
    }

    /** One job for each profile, in the order given. */
    List<Job> jobs(CommandSpec spec, Console console) {
        if (toStandardOutput() && !inPlace) {
            return List.of(new Job(new Input.Stream("-", console.in()), new Output.Stream(console.out())));
        } else if ((output == null) != inPlace || (inPlace && (overwrite || paths.contains(STANDARD_INPUT)))) {
            throw new ParameterException(
                    spec.commandLine(), "say where signed files go: --output PATH, or --in-place for files alone");
        }
        List<Job> jobs = new ArrayList<>();
        paths.forEach(path -> jobs.addAll(jobs(path, console)));
        requireApart(jobs, spec);
        return jobs;
    }

    private List<Job> jobs(Path path, Console console) {
        if (path.equals(STANDARD_INPUT)) {
            return List.of(new Job(new Input.Stream("-", console.in()), into(Path.of("stdin.mobileconfig"))));
        } else if (!Files.isDirectory(path)) {
            return List.of(
                    new Job(new Input.File(path), into(path.toAbsolutePath().getFileName())));
        }
        return ProfileFolders.files(List.of(path)).stream()
                .map(file -> new Job(new Input.File(file), into(path.relativize(file))))
                .toList();
    }

    private Output into(Path name) {
        Path place = output;
        if (place == null) {
            return new Output.InPlace();
        }
        return new Output.File(severalOrFolder(place) ? place.resolve(name) : place, overwrite);
    }

    private boolean severalOrFolder(Path place) {
        return paths.size() > 1 || Files.isDirectory(paths.get(0)) || Files.isDirectory(place);
    }

    private static void requireApart(List<Job> jobs, CommandSpec spec) {
        Map<Path, String> taken = new HashMap<>();
        for (Job job : jobs) {
            if (job.output() instanceof Output.File file) {
                String other = taken.put(file.path().normalize(), job.input().name());
                if (other != null) {
                    throw new ParameterException(
                            spec.commandLine(),
                            other + " and " + job.input().name() + " would both become " + file.path()
                                    + "; sign them one after the other into different folders");
                }
            }
        }
    }
}
