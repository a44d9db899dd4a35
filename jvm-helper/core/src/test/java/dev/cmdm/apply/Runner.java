// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.desired.Channel;
import dev.cmdm.desired.Content;
import dev.cmdm.desired.Desired;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.Ensure;
import dev.cmdm.desired.Owner;
import dev.cmdm.installed.Installed;
import dev.cmdm.journal.History;
import dev.cmdm.journal.Journal;
import dev.cmdm.journal.JournalState;
import dev.cmdm.journal.MemoryKeep;
import dev.cmdm.mdm.Trait;
import dev.cmdm.plan.Contact;
import dev.cmdm.plan.Form;
import dev.cmdm.plan.Migration;
import dev.cmdm.plan.Migrations;
import dev.cmdm.plan.Plan;
import dev.cmdm.plan.PlanInput;
import dev.cmdm.plan.Planner;
import dev.cmdm.plan.Policy;
import dev.cmdm.plan.Prepared;
import dev.cmdm.plan.ServerLimits;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.ReadProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run after another, each as the helper does it: read, observe, plan, apply. */
final class Runner {
    final World world;
    final FakeServer server;
    final List<History.Event> history = new ArrayList<>();
    final List<Progress.Event> progress = new ArrayList<>();
    Progress hearing = Progress.NONE;
    Stop stop = Stop.NEVER;
    Duration patience = Duration.ofSeconds(60);
    final MemoryKeep keep = new MemoryKeep();
    private int ids;

    Runner(World world, FakeServer server) {
        this.world = world;
        this.server = server;
    }

    /** What one run did; beside it what the listing stood for when it was planned. */
    record Ran(Plan plan, List<Outcome> outcomes, Map<ProfileKey, String> planned) {
        Outcome of(String identifier) {
            return outcomes.stream()
                    .filter(outcome -> outcome.stepId().equals(identifier))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no outcome of " + identifier + " in " + outcomes));
        }
    }

    /** A profile that shall be there; contents are letters. */
    static Declared present(String identifier, String content) {
        return new Declared(identifier, Optional.of(content), Optional.empty(), Channel.AUTO);
    }

    /** A profile whose file keeps one UUID, whatever its content. */
    static Declared given(String identifier, String content, String uuid) {
        return new Declared(identifier, Optional.of(content), Optional.of(uuid), Channel.AUTO);
    }

    static Declared absent(String identifier) {
        return new Declared(identifier, Optional.empty(), Optional.empty(), Channel.AUTO);
    }

    record Declared(String identifier, Optional<String> content, Optional<String> uuid, Channel channel) {
        /** The same, to come by MDM only. */
        Declared byMdm() {
            return new Declared(identifier, content, uuid, Channel.MDM);
        }

        /** The same, to come locally only. */
        Declared locally() {
            return new Declared(identifier, content, uuid, Channel.LOCAL);
        }

        ProfileKey key() {
            return key(identifier);
        }

        static ProfileKey key(String identifier) {
            return ProfileKey.system(new ProfileIdentifier(identifier));
        }

        Profile profile() {
            return Profile.fromContent(new PlistValue.Dict(Map.of(
                    "PayloadIdentifier", new PlistValue.Text(identifier),
                    "PayloadUUID", new PlistValue.Text(uuid.orElse("00000000-0000-4000-8000-000000000000")),
                    "Setting", new PlistValue.Text(content.orElseThrow()))));
        }

        Prepared prepared() {
            if (content.isEmpty()) {
                return new Prepared(desired(new Content.None(), Ensure.ABSENT), Optional.empty(), List.of());
            }
            Profile profile = profile();
            Fingerprint fingerprint = Fingerprint.of(profile);
            String expected = uuid.orElse(fingerprint.derivedUuid());
            Bytes bytes = new Bytes(World.bytes(content.orElseThrow(), expected).getBytes(StandardCharsets.UTF_8));
            Form.Kind kind = uuid.isPresent() ? Form.Kind.GIVEN : Form.Kind.CANONICAL;
            Content read = new Content.Understood(new ReadProfile(profile, bytes, uuid.isPresent()));
            return new Prepared(
                    desired(read, Ensure.PRESENT),
                    Optional.of(fingerprint),
                    List.of(new Form(kind, bytes, bytes.size(), expected)));
        }

        private DesiredProfile desired(Content read, Ensure ensure) {
            DesiredProfile.Options options = new DesiredProfile.Options(
                    channel, true, Optional.empty(), false, false, false, List.of(), List.of());
            return new DesiredProfile(identifier, Optional.of(key()), ensure, read, options);
        }
    }

    /** The probe, and what was to come in place of copies that made way and is not declared now. */
    private Migrations migrations(JournalState state, List<Prepared> prepared) {
        List<Prepared> kept = state.migrations().stream()
                .map(Migration::key)
                .filter(key -> prepared.stream()
                        .noneMatch(
                                one -> one.desired().key().filter(key::equals).isPresent()))
                .map(key -> present(key.identifier().value(), kept(key)).prepared())
                .toList();
        return new Migrations(
                state.migrations(),
                kept,
                Optional.of(present("dev.cmdm.probe", "nothing").prepared()));
    }

    private String kept(ProfileKey key) {
        return new String(keep.find(key).orElseThrow(), StandardCharsets.UTF_8).split("\\|")[0];
    }

    Ran run(Journal journal, Declared... declared) {
        Installed installed = world.readInstalled();
        Observer observer = new Observer(Optional.of(server), world.time);
        observer.observe(journal, history::add, installed, world.device);
        return apply(journal, installed, world.listedContents(), declared);
    }

    private void hear(Progress.Event event) {
        progress.add(event);
        hearing.tell(event);
    }

    private Ran apply(Journal journal, Installed installed, Map<ProfileKey, String> planned, Declared... declared) {
        List<Prepared> prepared =
                List.of(declared).stream().map(Declared::prepared).toList();
        Desired desired = new Desired(
                Owner.CLI,
                Optional.empty(),
                prepared.stream().map(Prepared::desired).toList());
        ServerLimits limits = new ServerLimits(
                server.capabilities().product(),
                Long.MAX_VALUE,
                "bytes",
                true,
                server.capabilities().has(Trait.CHECKS_IDS),
                false,
                false);
        Plan plan = Planner.plan(new PlanInput(
                desired,
                prepared,
                installed,
                world.device,
                Optional.of(limits),
                journal.pending(),
                journal.records(),
                migrations(journal.state(), prepared),
                Policy.DEFAULTS,
                new Contact(
                        world.enrolledAt,
                        journal.state().reachedAt(),
                        journal.state().deferral()),
                world.time.now()));
        Surroundings surroundings =
                new Surroundings(world.time, () -> "ID-" + ++ids, () -> stop.requested(), this::hear);
        Applier applier = new Applier(world, Optional.of(server), journal, history::add, keep, surroundings);
        Task task = new Task(plan, desired, installed, world.device, Policy.DEFAULTS, patience);
        return new Ran(plan, applier.apply(task), planned);
    }
}
