// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.engine.Output;
import dev.cmdm.engine.ProfileFiles;
import dev.cmdm.engine.Signing.Job;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Which profiles are signed, and where each goes. */
final class SigningJobs {
    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Profiles: files, folders with *.mobileconfig at any depth, or - for standard input.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "PATH",
            converter = DestinationConverter.class,
            description = "Where to write: a file for one profile, a folder for several; DIR/ is always a folder.")
    private @Nullable Destination output;

    @Option(names = "--in-place", description = "Replace each file by the signed one.")
    private boolean inPlace;

    @Option(names = "--overwrite", description = "Replace files that --output meets.")
    private boolean overwrite;

    /** Whether the signed profile is all that standard output may hold. */
    boolean toStandardOutput() {
        return output == null && names.equals(List.of(ProfileFiles.STANDARD_INPUT));
    }

    /** One job for each profile, in the order given. */
    List<Job> jobs(CommandSpec spec, Console console) {
        ProfileFiles files = new ProfileFiles(console.in());
        if (toStandardOutput() && !inPlace) {
            return List.of(new Job(files.find(names).get(0), new Output.Stream(console.out())));
        } else if ((output == null) != inPlace
                || (inPlace && (overwrite || names.contains(ProfileFiles.STANDARD_INPUT)))) {
            throw new ParameterException(
                    spec.commandLine(), "say where signed files go: --output PATH, or --in-place for files alone");
        }
        List<Job> jobs = new ArrayList<>();
        for (String name : names) {
            files.find(List.of(name)).forEach(file -> jobs.add(new Job(file, output(name, file.name()))));
        }
        requireApart(jobs, spec);
        return jobs;
    }

    private Output output(String given, String file) {
        Destination destination = output;
        if (destination == null) {
            return new Output.InPlace();
        }
        Path place = destination.path;
        boolean folder = names.size() > 1 || isFolder(given) || destination.folder || Files.isDirectory(place);
        return new Output.File(folder ? place.resolve(nameWithin(given, file)) : place, overwrite);
    }

    /** The way from a folder that was given to a file in it, and the last name of a file that was given itself. */
    private static String nameWithin(String given, String file) {
        if (given.equals(ProfileFiles.STANDARD_INPUT)) {
            return "stdin.mobileconfig";
        }
        try {
            Path path = Path.of(file);
            Path within =
                    given.equals(file) ? path.getFileName() : Path.of(given).relativize(path);
            return within.toString();
        } catch (InvalidPathException e) {
            // It cannot be read either, which is said when it is its turn.
            return "";
        }
    }

    private static boolean isFolder(String name) {
        try {
            return Files.isDirectory(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * Where signed files go.
     *
     * @param folder whether it is written as one, also when it is not there yet
     */
    private record Destination(Path path, boolean folder) {}

    /** Reads it; a path itself forgets how it ended. */
    static final class DestinationConverter implements ITypeConverter<Destination> {
        @Override
        public Destination convert(String text) {
            return new Destination(Path.of(text), text.endsWith("/"));
        }
    }

    private static void requireApart(List<Job> jobs, CommandSpec spec) {
        Map<Path, String> taken = new HashMap<>();
        for (Job job : jobs) {
            if (job.output() instanceof Output.File file) {
                String other = taken.put(file.path().normalize(), job.file().name());
                if (other != null) {
                    throw new ParameterException(
                            spec.commandLine(),
                            other + " and " + job.file().name() + " would both become " + file.path()
                                    + "; sign them one after the other into different folders");
                }
            }
        }
    }
}
