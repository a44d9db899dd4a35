// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Errors;
import dev.cmdm.answer.LintedFile;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.engine.ProfileFiles.Named;
import dev.cmdm.lint.Conflicts;
import dev.cmdm.lint.Finding;
import dev.cmdm.lint.Ignore;
import dev.cmdm.lint.InlineIgnores;
import dev.cmdm.lint.Lines;
import dev.cmdm.lint.Linter;
import dev.cmdm.lint.Placed;
import dev.cmdm.lint.Subject;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.ProfileReader;
import dev.cmdm.profile.ReadProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lints files: what is wrong with one stops no other. If they are for one Mac, each is held against those
 * before it too.
 */
public final class Linting {
    private final ProfileReader reader;
    private final Optional<MacOsVersion> macos;
    private final Instant now;
    private final List<Ignore> ignores;
    private final Optional<Conflicts> conflicts;

    /**
     * Lint for files.
     *
     * @param reader reads them
     * @param macos the macOS that they are for; without one nothing is said about versions
     * @param now the time
     * @param ignores what is not to be heard
     * @param together whether the files are for one Mac, so that they may contradict each other
     */
    public Linting(
            ProfileReader reader, Optional<MacOsVersion> macos, Instant now, List<Ignore> ignores, boolean together) {
        this.reader = reader;
        this.macos = macos;
        this.now = now;
        this.ignores = List.copyOf(ignores);
        this.conflicts = together ? Optional.of(new Conflicts()) : Optional.empty();
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

    /** A profile for users meets others of users as if all were for one. */
    private static Placed placed(String file, Profile profile, Lines lines) {
        return new Placed(file, new ProfileKey(profile.identifier(), profile.scope(), ""), profile, lines);
    }

    private List<Finding> findings(String file, String identifier, ReadProfile read) {
        Lines lines = path -> read.places().get(path).line();
        List<Finding> findings = new ArrayList<>(
                Linter.check(new Subject(identifier, read.profile(), read.warnings(), macos, Optional.of(now), lines)));
        conflicts.ifPresent(known -> findings.addAll(known.add(placed(file, read.profile(), lines))));
        if (findings.isEmpty()) {
            return findings;
        }
        String text = new String(read.content().toArray(), StandardCharsets.UTF_8);
        findings.addAll(InlineIgnores.unknown(text, identifier));
        List<Ignore> all = new ArrayList<>(ignores);
        all.addAll(InlineIgnores.in(text));
        return findings.stream()
                .filter(finding -> all.stream().noneMatch(ignore -> ignore.covers(finding, file)))
                .toList();
    }
}
