// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.device.MacOsVersion;
import dev.cmdm.engine.IgnoreFile;
import dev.cmdm.lint.BadIgnoreException;
import dev.cmdm.lint.Ignore;
import dev.cmdm.lint.ListedIgnore;
import dev.cmdm.lint.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Options of {@code cmdm lint}. */
final class LintOptions {
    /** How findings are written. */
    enum Format {
        /** For people and editors. */
        text,
        /** An object a line. */
        json,
        /** Annotations of GitHub Actions. */
        github,
        /** A report of JUnit. */
        junit
    }

    /** What makes the command fail. */
    enum FailOn {
        /** An error. */
        error,
        /** A warning or worse. */
        warning,
        /** Anything at all. */
        info,
        /** Nothing but a file that is no profile. */
        never
    }

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files, folders with *.mobileconfig at any depth, or - for standard input.")
    List<String> names = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "text, json with an object a line, github or junit.")
    Format format = Format.text;

    @Option(
            names = "--macos",
            paramLabel = "VERSION",
            converter = VersionConverter.class,
            description = "Say what this macOS does not know, advises against or dropped.")
    private @Nullable MacOsVersion macos;

    @Option(
            names = "--ignore",
            paramLabel = "CODE[:KEYPATH]",
            converter = IgnoreConverter.class,
            description = "Leave these findings out; * stands for any text. May be repeated.")
    private List<ListedIgnore> ignored = new ArrayList<>();

    @Option(
            names = "--ignore-file",
            paramLabel = "FILE",
            description = "A file of what to leave out; without one, .cmdmlint if it is here.")
    private @Nullable Path ignoreFile;

    @Option(
            names = "--together",
            description = "The files are for one Mac: say what they contradict each other in, too.")
    boolean together;

    @Option(
            names = "--fail-on",
            defaultValue = "error",
            paramLabel = "SEVERITY",
            description = "error, warning, info or never: what to end with exit number 65 for.")
    private FailOn failOn = FailOn.error;

    Optional<MacOsVersion> macos() {
        return Optional.ofNullable(macos);
    }

    Optional<Severity> failOn() {
        return switch (failOn) {
            case error -> Optional.of(Severity.ERROR);
            case warning -> Optional.of(Severity.WARNING);
            case info -> Optional.of(Severity.INFO);
            case never -> Optional.empty();
        };
    }

    List<Ignore> ignores() {
        List<Ignore> ignores = new ArrayList<>(ignored);
        if (ignoreFile != null) {
            ignores.addAll(IgnoreFile.read(ignoreFile));
        } else if (Files.isRegularFile(IgnoreFile.USUAL)) {
            ignores.addAll(IgnoreFile.read(IgnoreFile.USUAL));
        }
        return ignores;
    }

    /** Reads what is not to be heard. */
    static final class IgnoreConverter implements ITypeConverter<ListedIgnore> {
        @Override
        public ListedIgnore convert(String text) {
            try {
                return ListedIgnore.option(text);
            } catch (BadIgnoreException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Reads a version of macOS. */
    static final class VersionConverter implements ITypeConverter<MacOsVersion> {
        @Override
        public MacOsVersion convert(String text) {
            return MacOsVersion.find(text)
                    .orElseThrow(() -> new TypeConversionException("a version of macOS is written as 15 or 15.1"));
        }
    }
}
