// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.apply.Applier;
import dev.cmdm.apply.CommandIds;
import dev.cmdm.apply.Observer;
import dev.cmdm.apply.Outcome;
import dev.cmdm.apply.Progress;
import dev.cmdm.apply.Surroundings;
import dev.cmdm.apply.Task;
import dev.cmdm.desired.Channel;
import dev.cmdm.desired.Content;
import dev.cmdm.desired.Desired;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.Ensure;
import dev.cmdm.desired.Owner;
import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.journal.Entry;
import dev.cmdm.journal.History;
import dev.cmdm.journal.Journal;
import dev.cmdm.journal.JournalState;
import dev.cmdm.journal.Keep;
import dev.cmdm.journal.Time;
import dev.cmdm.macos.Mac;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.ProductSettings;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.mdm.workspaceone.WorkspaceOne;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Contact;
import dev.cmdm.plan.Deferral;
import dev.cmdm.plan.Form;
import dev.cmdm.plan.Migrations;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Plan;
import dev.cmdm.plan.PlanInput;
import dev.cmdm.plan.Planner;
import dev.cmdm.plan.Policy;
import dev.cmdm.plan.Prepared;
import dev.cmdm.plan.Step;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.CanonicalXml;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Text;
import dev.cmdm.prepare.Preparer;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.ReadProfile;
import dev.cmdm.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One Mac of a fleet, without tools: what its server queued is on it at the next reading. */
final class FleetMac implements Mac, Journal {
    private static final ProfileKey KEY = ProfileKey.system(new ProfileIdentifier("com.acme.a"));

    private static final Map<String, String> SETTINGS = Map.of("mdm.user", "cmdm", "mdm.tenant_code", "tenant");

    private final Device device;
    private final ServerUrl url;
    private final Passing time;
    private final Prepared prepared;
    private final CommandIds ids = CommandIds.random();
    private JournalState state = JournalState.EMPTY;
    private Optional<String> arrived = Optional.empty();
    private Optional<Plan> plan = Optional.empty();
    private List<Outcome> outcomes = List.of();

    FleetMac(int number, ServerUrl url, Passing time) {
        this.device = new Device(
                "FLEET%05d".formatted(number),
                "00000000-F1EE-4000-8000-%012d".formatted(number),
                new MacOsVersion(15, 1, 0),
                Enrollment.USER_APPROVED);
        this.url = url;
        this.time = time;
        this.prepared = prepared(number);
    }

    /** A clock for all, that goes on only when it is told to. */
    static final class Passing implements Time {
        private Instant now;
        private Duration elapsed = Duration.ZERO;

        Passing(Instant now) {
            this.now = now;
        }

        void pass(Duration span) {
            now = now.plus(span);
            elapsed = elapsed.plus(span);
        }

        void set(Instant moment) {
            pass(Duration.between(now, moment));
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public Duration elapsed() {
            return elapsed;
        }

        @Override
        public void sleep(Duration span) {
            pass(span);
        }
    }

    /** A run as a process of its own makes it: with a new adapter, which knows nothing of what others were told. */
    void run() {
        try (MdmServer server = WorkspaceOne.PRODUCT.opener().open(access())) {
            Installed installed = readInstalled();
            new Observer(Optional.of(server), time).observe(this, History.NONE, installed, device);
            Desired desired = new Desired(Owner.CLI, Optional.empty(), List.of(prepared.desired()));
            Plan made = Planner.plan(new PlanInput(
                    desired,
                    List.of(prepared),
                    installed,
                    device,
                    Optional.of(Preparer.limits(server.capabilities())),
                    state.pending(),
                    state.records(),
                    Migrations.NONE,
                    Policy.DEFAULTS,
                    new Contact(Optional.empty(), state.reachedAt(), state.deferral()),
                    time.now()));
            Surroundings around = new Surroundings(time, ids, () -> false, Progress.NONE);
            outcomes = new Applier(this, Optional.of(server), this, History.NONE, new NothingKept(), around)
                    .apply(new Task(made, desired, installed, device, Policy.DEFAULTS, Duration.ZERO));
            plan = Optional.of(made);
        }
        arrived = state.findPending(KEY).map(Pending::uuid).or(() -> arrived);
    }

    Outcome outcome() {
        return outcomes.get(0);
    }

    boolean does(Action action) {
        List<Step> steps = plan.orElseThrow().steps();
        return steps.size() == 1 && steps.get(0).action() == action;
    }

    Optional<Instant> deferredUntil() {
        return state.deferral().map(Deferral::until);
    }

    private ServerAccess access() {
        ProductSettings settings = new ProductSettings() {
            @Override
            public Optional<String> find(String word) {
                return Optional.ofNullable(SETTINGS.get(word));
            }

            @Override
            public Optional<Secret> findSecret(String word) {
                return find(word).map(Secret::of);
            }
        };
        return new ServerAccess(url, Secret.of("password"), settings, time::now);
    }

    private static Prepared prepared(int number) {
        Profile profile = Profile.fromContent(new PlistValue.Dict(Map.of(
                "PayloadIdentifier", new Text(KEY.identifier().value()),
                "PayloadUUID", new Text("00000000-0000-4000-8000-000000000000"),
                "Setting", new Text("of Mac " + number))));
        Fingerprint fingerprint = Fingerprint.of(profile);
        Bytes bytes = new Bytes(
                CanonicalXml.write(new PlistValue.Dict(Map.of("PayloadUUID", new Text(fingerprint.derivedUuid())))));
        DesiredProfile desired = new DesiredProfile(
                KEY.identifier().value(),
                Optional.of(KEY),
                Ensure.PRESENT,
                new Content.Understood(new ReadProfile(profile, bytes, false)),
                new DesiredProfile.Options(
                        Channel.AUTO, true, Optional.empty(), false, false, false, List.of(), List.of()));
        return new Prepared(
                desired,
                Optional.of(fingerprint),
                List.of(new Form(Form.Kind.CANONICAL, bytes, bytes.size(), fingerprint.derivedUuid())));
    }

    private static final class NothingKept implements Keep {
        @Override
        public void store(ProfileKey key, byte[] content) {
            throw new IllegalStateException("no local copy makes way here");
        }

        @Override
        public Optional<byte[]> find(ProfileKey key) {
            return Optional.empty();
        }

        @Override
        public void retain(Set<ProfileKey> keys) {
            // nothing is kept
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
        return new Installed(
                arrived.map(uuid -> new InstalledProfile(KEY, uuid, Origin.MDM, "", "", List.of()))
                        .map(List::of)
                        .orElse(List.of()),
                true,
                true);
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
        throw new IllegalStateException("macOS 15 installs nothing locally");
    }

    @Override
    public void removeLocally(ProfileKey key) {
        throw new IllegalStateException("nothing local is here");
    }

    @Override
    public JournalState state() {
        return state;
    }

    @Override
    public void add(Entry entry) {
        state = state.after(List.of(entry));
    }

    @Override
    public void close() {
        // it is in memory
    }
}
