// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.installed.EnrollmentText;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.ListingReader;
import dev.cmdm.installed.ListingUnreadableException;
import dev.cmdm.installed.OriginReader;
import dev.cmdm.installed.Sentences;
import dev.cmdm.process.ProcessResult;
import dev.cmdm.process.ProcessRunner;
import dev.cmdm.profile.ProfileKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
    /** The computer's own, which holds the enrollment where no verb tells of it. */
    private static final String[] COMPUTER = {"-C", "-o", "stdout-xml"};

    private static final MacOsVersion VERBS_SINCE = new MacOsVersion(10, 13, 0);
    private static final String[] STATUS = {"status", "-type", "enrollment"};

    private final Toolbox tools;
    private final LocalTool local;
    private final EffectiveUser user;
    private volatile @Nullable MacOsVersion version;

    /**
     * The Mac whose tools stand below a root.
     *
     * @param root where they stand
     * @param runner runs them
     * @param scratch a folder that only its owner can write to, where a profile lies while the tool installs it
     */
    public AppleTools(MacRoot root, ProcessRunner runner, Path scratch) {
        this.tools = new Toolbox(root, runner);
        this.local = new LocalTool(tools, scratch);
        this.user = tools.user();
    }

    @Override
    public boolean root() {
        return user.root();
    }

    @Override
    public Identity readIdentity() {
        Identity identity = new IdentityReader(tools).read();
        version = identity.macos();
        return identity;
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
        if (!hasVerbs()) {
            Installed computer = read(result -> ListingReader.read(result.stdout(), root()), COMPUTER);
            return computer.showsEnrollment() ? Enrollment.MDM : Enrollment.NONE;
        }
        ProcessResult result = tools.read(Toolbox.PROFILES, STATUS);
        return EnrollmentText.find(new String(result.stdout(), StandardCharsets.UTF_8))
                .orElseThrow(() -> unreadable("told no enrollment", result, STATUS));
    }

    @Override
    public void installLocally(ProfileKey key, byte[] content) {
        local.install(key, content);
    }

    @Override
    public void removeLocally(ProfileKey key) {
        local.remove(key, hasVerbs());
    }

    /** Whether this is a version with verbs; the one it is when nobody asked who this Mac is yet. */
    private boolean hasVerbs() {
        return version == null || version.compareTo(VERBS_SINCE) >= 0;
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
