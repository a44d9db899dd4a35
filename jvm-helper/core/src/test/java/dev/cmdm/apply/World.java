// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.macos.LocalChangeException;
import dev.cmdm.macos.Mac;
import dev.cmdm.macos.StateUnreadableException;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.CommandResult;
import dev.cmdm.profile.ProfileKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Mac and its management, as faithful as the rules need: commands queue and run one after the other
 * when the Mac is awake, and its listing may lag behind. The bytes of a form are {@code CONTENT|UUID},
 * so that what really stands on the Mac is known to the test, and never to the code under test.
 */
final class World implements Mac {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss '+0000'").withZone(ZoneOffset.UTC);

    /** What a Mac says of what it refuses. */
    static final List<String> REFUSAL = List.of(
            "ConfigProfilePluginDomain (-319): The profile is not valid.", "MCInstallationErrorDomain (4001): No.");

    final FakeTime time = new FakeTime();
    Device device = new Device(
            "C02XK1ABCDEF",
            "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8",
            new MacOsVersion(15, 1, 0),
            Enrollment.USER_APPROVED);
    /** Every command that the server took, in order, duplicates too. */
    final List<Accepted> accepted = new ArrayList<>();

    /** What Apple's own tool was asked for, in order. */
    final List<String> localCalls = new ArrayList<>();
    /** What the Mac refused, such as an MDM's profile in the place of a local copy. (Apple, MDMClientError 96.) */
    final List<Accepted> refused = new ArrayList<>();

    /** The identifiers that Apple's own tool refuses to install. */
    final Set<String> localRefusals = new HashSet<>();

    /** Whether Apple's own tool says that it installed, and does nothing. */
    boolean localIdle;

    boolean awake = true;
    boolean refusing;
    /** Whether the Mac puts every command off. */
    boolean busy;
    /** What the Mac said of commands, by their ids. */
    final Map<String, CommandResult> results = new HashMap<>();

    Duration checkInAfter = Duration.ofMillis(400);
    Duration listingLag = Duration.ZERO;
    int unreadable;
    int readings;
    Optional<Instant> enrolledAt = Optional.empty();

    private final Deque<Accepted> queue = new ArrayDeque<>();
    private final Set<String> idsEver = new HashSet<>();
    private final Map<ProfileKey, Standing> actual = new LinkedHashMap<>();
    private final Deque<Shown> toShow = new ArrayDeque<>();
    private final Map<ProfileKey, Standing> shown = new LinkedHashMap<>();
    private final Map<ProfileKey, Origin> origins = new HashMap<>();

    /** A command in the server's hands. */
    record Accepted(Command command, Instant at, String content, Optional<String> listedThen) {
        ProfileKey key() {
            return World.key(command);
        }
    }

    /** What really stands on the Mac. */
    record Standing(String content, String uuid, Instant since) {}

    private record Shown(Duration at, ProfileKey key, Optional<Standing> standing) {}

    World() {
        time.onPassing(this::live);
    }

    private static ProfileKey key(Command command) {
        return ProfileKey.system(
                command.request() instanceof Command.Request.InstallProfile install
                        ? install.identifier()
                        : ((Command.Request.RemoveProfile) command.request()).identifier());
    }

    static String bytes(String content, String uuid) {
        return content + "|" + uuid;
    }

    /** Takes a command into the queue. */
    void accept(Command command) {
        String content = command.request() instanceof Command.Request.InstallProfile install
                ? new String(install.content().toArray(), StandardCharsets.UTF_8)
                : "";
        Accepted taken = new Accepted(command, time.now(), content, listedContent(key(command)));
        accepted.add(taken);
        queue.add(taken);
        idsEver.add(command.commandUuid());
    }

    boolean knowsId(String commandUuid) {
        return idsEver.contains(commandUuid);
    }

    /** The ids in the queue; a command gets in a moment after it was taken. (MicroMDM.) */
    Set<String> queued() {
        Set<String> ids = new HashSet<>();
        queue.stream()
                .filter(taken -> !taken.at().plusMillis(200).isAfter(time.now()))
                .forEach(taken -> ids.add(taken.command().commandUuid()));
        return ids;
    }

    /** Enrolls the Mac anew, which clears its queue and what the MDM had installed. */
    void enrollAnew() {
        queue.clear();
        actual.clear();
        shown.clear();
        toShow.clear();
        enrolledAt = Optional.of(time.now());
    }

    /** A person installs a profile by hand. */
    void installLocally(ProfileKey key, String content, String uuid) {
        origins.put(key, Origin.LOCAL);
        change(key, Optional.of(new Standing(content, uuid, time.now())));
    }

    /** The MDM brings a profile that nobody asked for in this run. */
    void installByMdm(ProfileKey key, String content, String uuid) {
        origins.put(key, Origin.MDM);
        change(key, Optional.of(new Standing(content, uuid, time.now())));
    }

    /** The content that the listing stands for now, or nothing when the profile is not listed. */
    Optional<String> listedContent(ProfileKey key) {
        return Optional.ofNullable(shown.get(key)).map(Standing::content);
    }

    /** All contents that the listing stands for now. */
    Map<ProfileKey, String> listedContents() {
        Map<ProfileKey, String> contents = new HashMap<>();
        shown.forEach((key, there) -> contents.put(key, there.content()));
        return contents;
    }

    private void live() {
        if (awake && busy) {
            queue.forEach(taken -> results.put(taken.command().commandUuid(), new CommandResult.NotNow()));
        }
        while (awake
                && !busy
                && !queue.isEmpty()
                && !queue.peek().at().plus(checkInAfter).isAfter(time.now())) {
            run(queue.remove());
        }
        while (!toShow.isEmpty() && toShow.peek().at().compareTo(time.elapsed()) <= 0) {
            Shown next = toShow.remove();
            next.standing().ifPresentOrElse(there -> shown.put(next.key(), there), () -> shown.remove(next.key()));
        }
    }

    private void run(Accepted taken) {
        boolean overLocal = origins.get(taken.key()) == Origin.LOCAL && actual.containsKey(taken.key());
        if (refusing || overLocal) {
            refused.add(taken);
            results.put(taken.command().commandUuid(), new CommandResult.Failed(REFUSAL));
            return;
        }
        results.put(taken.command().commandUuid(), new CommandResult.Acknowledged());
        Optional<Standing> after = taken.content().isEmpty()
                ? Optional.empty()
                : Optional.of(new Standing(
                        taken.content().split("\\|")[0], taken.content().split("\\|")[1], time.now()));
        origins.put(taken.key(), Origin.MDM);
        change(taken.key(), after);
    }

    private void change(ProfileKey key, Optional<Standing> after) {
        after.ifPresentOrElse(there -> actual.put(key, there), () -> actual.remove(key));
        toShow.add(new Shown(time.elapsed().plus(listingLag), key, after));
        if (listingLag.isZero()) {
            live();
        }
    }

    @Override
    public boolean root() {
        return true;
    }

    @Override
    public Identity readIdentity() {
        return new Identity(device.serial(), device.udid(), device.macos());
    }

    @Override
    public Installed readInstalled() {
        readings++;
        time.sleep(Duration.ofMillis(20));
        if (unreadable > 0) {
            unreadable--;
            throw new StateUnreadableException("profiles printed nothing (exit 1); nothing was changed");
        }
        List<InstalledProfile> profiles = new ArrayList<>();
        shown.forEach((key, there) -> profiles.add(new InstalledProfile(
                key,
                there.uuid(),
                origins.getOrDefault(key, Origin.UNKNOWN),
                DATE.format(there.since()),
                "",
                List.of())));
        return new Installed(profiles, true, true);
    }

    @Override
    public Installed readOrigins(Installed installed) {
        return installed;
    }

    @Override
    public Enrollment readEnrollment() {
        return device.enrollment();
    }

    @Override
    public void installLocally(ProfileKey key, byte[] content) {
        localCalls.add("install " + key);
        if (localRefusals.contains(key.identifier().value()) || origins.get(key) == Origin.MDM) {
            throw new LocalChangeException("profiles: returned -60005");
        }
        String[] parts = new String(content, StandardCharsets.UTF_8).split("\\|");
        if (!localIdle) {
            installLocally(key, parts[0], parts[1]);
        }
    }

    @Override
    public void removeLocally(ProfileKey key) {
        localCalls.add("remove " + key);
        if (localRefusals.contains(key.identifier().value()) || origins.get(key) != Origin.LOCAL) {
            throw new LocalChangeException("profiles: the profile was installed by the MDM");
        }
        change(key, Optional.empty());
    }
}
