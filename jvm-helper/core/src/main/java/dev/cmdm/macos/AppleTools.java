// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

import dev.cmdm.device.Enrollment;
import dev.cmdm.installed.EnrollmentText;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.ListingReader;
import dev.cmdm.installed.ListingUnreadableException;
import dev.cmdm.installed.OriginReader;
import dev.cmdm.installed.Sentences;
import dev.cmdm.process.ProcessException;
import dev.cmdm.process.ProcessNotStartedException;
import dev.cmdm.process.ProcessResult;
import dev.cmdm.process.ProcessRunner;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A Mac through Apple's command-line tools.
 *
 * <p>An exit code other than 0 makes a listing unreadable, even a property list that looks good: it
 * may lack what could not be read. Only a statement counts whatever the exit code: the sentence that no
 * profile is installed, of which some releases say to end with an error, and what {@code status} says
 * of the enrollment.
 */
public final class AppleTools implements Mac {
    private static final String[] LISTING = {"-P", "-o", "stdout-xml"};
    private static final String[] VERBOSE = {"-P", "-v"};
    private static final String[] STATUS = {"status", "-type", "enrollment"};

    private final Toolbox tools;
    private final EffectiveUser user;

    /**
     * The Mac whose tools stand below a root.
     *
     * @param root where they stand
     * @param runner runs them
     */
    public AppleTools(MacRoot root, ProcessRunner runner) {
        this.tools = new Toolbox(root, runner);
        this.user = tools.user();
    }

    @Override
    public boolean root() {
        return user.root();
    }

    @Override
    public Identity readIdentity() {
        return new IdentityReader(tools).read();
    }

    @Override
    public Installed readInstalled() {
        return read(result -> ListingReader.read(result.stdout(), root()), LISTING);
    }

    @Override
    public Installed readOrigins(Installed installed) {
        return read(result -> OriginReader.read(result.stdout(), installed), VERBOSE);
    }

    @Override
    public Enrollment readEnrollment() {
        ProcessResult result = tools.read(Toolbox.PROFILES, STATUS);
        return EnrollmentText.find(new String(result.stdout(), StandardCharsets.UTF_8))
                .orElseThrow(() -> unreadable("told no enrollment", result, STATUS));
    }

    @Override
    public void removeLocally(ProfileKey key) {
        List<String> arguments = new ArrayList<>(
                List.of("remove", "-identifier", key.identifier().value()));
        if (key.scope() == Scope.USER) {
            arguments.addAll(List.of("-user", key.user()));
        }
        try {
            ProcessResult result = tools.run(Toolbox.PROFILES, arguments.toArray(String[]::new));
            if (!result.succeeded()) {
                throw new LocalChangeException(
                        "profiles did not remove " + key + ", in its own words " + ToolWords.of(result));
            }
        } catch (ProcessNotStartedException e) {
            throw new LocalChangeException(key + " was not removed: " + tools.missing(e.program()));
        } catch (ProcessException e) {
            throw new LocalChangeException("whether " + key + " was removed is not known: " + e.getMessage());
        }
    }

    private Installed read(Function<ProcessResult, Installed> reader, String... arguments) {
        ProcessResult result = tools.read(Toolbox.PROFILES, arguments);
        try {
            Installed installed = reader.apply(result);
            if (result.succeeded() || Sentences.nothingInstalled(result.stdout())) {
                return installed;
            }
            throw unreadable("failed, so what it printed is not relied on", result, arguments);
        } catch (ListingUnreadableException e) {
            throw unreadable(e.fault(), result, arguments);
        }
    }

    private static StateUnreadableException unreadable(String fault, ProcessResult result, String... arguments) {
        return new StateUnreadableException(
                Toolbox.name(Toolbox.PROFILES, arguments) + " " + fault + " " + ToolWords.of(result));
    }
}
