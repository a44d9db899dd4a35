// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Errors;
import dev.cmdm.answer.Request;
import dev.cmdm.answer.Result;
import dev.cmdm.desired.BadPlaceholderException;
import dev.cmdm.desired.Content;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.Filling;
import dev.cmdm.desired.UnfillableException;
import dev.cmdm.desired.Values;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.lint.Code;
import dev.cmdm.lint.Conflicts;
import dev.cmdm.lint.Finding;
import dev.cmdm.lint.Linter;
import dev.cmdm.lint.Placed;
import dev.cmdm.lint.Severity;
import dev.cmdm.lint.Subject;
import dev.cmdm.profile.ReadProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lints what is declared. Reads no Mac and asks no MDM. */
final class DeclaredLint {
    /** Placeholders stay: lint knows no Mac and asks for no secret. */
    private static final Values AS_WRITTEN = new Values() {
        @Override
        public String serial() {
            return "{{serial}}";
        }

        @Override
        public String udid() {
            return "{{udid}}";
        }

        @Override
        public String secret(String name) {
            return "{{secret:" + name + "}}";
        }
    };

    private final Run run;

    DeclaredLint(Run run) {
        this.run = run;
    }

    /** The answer to a request to lint; a profile that is broken is a finding of its own. */
    Result.Linted lint(Request request) {
        List<DesiredProfile> profiles = request.desired().orElseThrow().profiles().stream()
                .map(run.loader()::load)
                .map(DeclaredLint::checked)
                .toList();
        List<Finding> findings = new ArrayList<>();
        Optional<MacOsVersion> macos = request.arguments().macos();
        Instant now = run.host().time().now();
        for (DesiredProfile profile : profiles) {
            of(profile, macos, now).stream()
                    .filter(finding -> !filledLater(profile, finding))
                    .forEach(findings::add);
            broken(profile).ifPresent(findings::add);
        }
        findings.addAll(between(profiles));
        return new Result.Linted(profiles.size(), findings);
    }

    /** The same profile, broken if it could not be filled whatever the values are. */
    private static DesiredProfile checked(DesiredProfile profile) {
        try {
            return profile.findProfile()
                    .map(read ->
                            profile.with(new Content.Understood(Filling.fill(read, profile.options(), AS_WRITTEN))))
                    .orElse(profile);
        } catch (BadPlaceholderException | UnfillableException e) {
            return profile.with(new Content.Broken(e));
        }
    }

    private static boolean filledLater(DesiredProfile profile, Finding finding) {
        return profile.options().fill() && finding.code().equals(Code.PLACEHOLDER.word());
    }

    /** What there is to say of one profile; nothing of one that is broken, absent or without content. */
    static List<Finding> of(DesiredProfile profile, Optional<MacOsVersion> macos, Instant now) {
        if (profile.findProfile().isEmpty()) {
            return List.of();
        }
        ReadProfile read = profile.findProfile().get();
        return Linter.check(new Subject(
                profile.name(),
                read.profile(),
                read.warnings(),
                macos,
                Optional.of(now),
                path -> read.places().get(path).line()));
    }

    /** What declared profiles contradict each other in. */
    static List<Finding> between(List<DesiredProfile> profiles) {
        return Conflicts.between(
                profiles.stream().map(Placed::of).flatMap(Optional::stream).toList());
    }

    private static Optional<Finding> broken(DesiredProfile profile) {
        return profile.content() instanceof Content.Broken broken
                ? Optional.of(finding(profile.name(), Errors.of(broken.error())))
                : Optional.empty();
    }

    private static Finding finding(String name, ErrorInfo error) {
        String where = error.where().isEmpty() || error.where().equals(name) ? "" : error.where() + ": ";
        return new Finding(error.errorClass(), Severity.ERROR, name, "", 0, where + error.message(), error.hint(), "");
    }
}
