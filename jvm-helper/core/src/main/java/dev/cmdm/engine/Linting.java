// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Errors;
import dev.cmdm.answer.LintedFile;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.engine.ProfileFiles.Named;
import dev.cmdm.lint.Finding;
import dev.cmdm.lint.Ignore;
import dev.cmdm.lint.InlineIgnores;
import dev.cmdm.lint.Lines;
import dev.cmdm.lint.Linter;
import dev.cmdm.lint.Subject;
import dev.cmdm.profile.ProfileReader;
import dev.cmdm.profile.ReadProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lints files, each by itself: what is wrong with one stops no other. */
public final class Linting {
    private final ProfileReader reader;
    private final Optional<MacOsVersion> macos;
    private final Instant now;
    private final List<Ignore> ignores;

    /**
     * Lint for files.
     *
     * @param reader reads them
     * @param macos the macOS that they are for; without one nothing is said about versions
     * @param now the time
     * @param ignores what is not to be heard
     */
    public Linting(ProfileReader reader, Optional<MacOsVersion> macos, Instant now, List<Ignore> ignores) {
        this.reader = reader;
        this.macos = macos;
        this.now = now;
        this.ignores = List.copyOf(ignores);
    }

    /** What there is to say of one file. */
    public LintedFile lint(Named file) {
        try {
            ReadProfile read = reader.read(file.content().get());
            String identifier = read.profile().identifier().value();
            return new LintedFile.Looked(file.name(), identifier, findings(file.name(), identifier, read));
        } catch (RuntimeException e) {
            return new LintedFile.Broken(file.name(), Errors.of(e));
        }
    }

    private List<Finding> findings(String file, String identifier, ReadProfile read) {
        Lines lines = path -> read.places().get(path).line();
        List<Finding> findings =
                Linter.check(new Subject(identifier, read.profile(), read.warnings(), macos, Optional.of(now), lines));
        if (findings.isEmpty()) {
            return findings;
        }
        List<Ignore> all = new ArrayList<>(ignores);
        if (!read.signed()) {
            all.addAll(InlineIgnores.in(new String(read.original().toArray(), StandardCharsets.UTF_8)));
        }
        return findings.stream()
                .filter(finding -> all.stream().noneMatch(ignore -> ignore.covers(finding, file)))
                .toList();
    }
}
