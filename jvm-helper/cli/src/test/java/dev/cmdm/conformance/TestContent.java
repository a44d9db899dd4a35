// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import dev.cmdm.desired.Content;
import dev.cmdm.desired.Desired;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.Ensure;
import dev.cmdm.desired.Owner;
import dev.cmdm.desired.Values;
import dev.cmdm.device.Device;
import dev.cmdm.installed.Installed;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.Command;
import dev.cmdm.plan.Contact;
import dev.cmdm.plan.Form;
import dev.cmdm.plan.Migrations;
import dev.cmdm.plan.PlanInput;
import dev.cmdm.plan.Planner;
import dev.cmdm.plan.Policy;
import dev.cmdm.plan.Prepared;
import dev.cmdm.plan.Step;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.CanonicalXml;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.prepare.Forming;
import dev.cmdm.prepare.Preparer;
import dev.cmdm.profile.ObjectName;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.ReadProfile;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Profiles that set a preference of no program, and the commands that bring them, as a plan forms them for a server. */
final class TestContent {
    private TestContent() {}

    /** What brings a profile, and the UUID to be expected. */
    record Brought(Command.Request.InstallProfile request, String uuid) {}

    static ProfileKey key(String name) {
        return ProfileKey.system(new ProfileIdentifier("dev.cmdm.conformance." + name));
    }

    /** The first form that fits the server, for the Mac. */
    static Brought of(String name, int setting, Capabilities server, Device device) {
        Desired desired = new Desired(Owner.CLI, Optional.empty(), List.of(declared(name, setting)));
        List<Prepared> prepared = new Preparer(Optional.of(server), Forming.DEFAULTS, new NoValues()).prepare(desired);
        Step step = Planner.plan(new PlanInput(
                        desired,
                        prepared,
                        new Installed(List.of(), true, true),
                        device,
                        Optional.of(Preparer.limits(server)),
                        List.of(),
                        List.of(),
                        Migrations.NONE,
                        Policy.DEFAULTS,
                        Contact.UNKNOWN,
                        Instant.EPOCH))
                .find(key(name).toString())
                .orElseThrow();
        Step.Delivery sent = step.delivery().orElseThrow(() -> new AssertionError(step.reason()));
        ObjectName object =
                new ObjectName(key(name).identifier(), sent.fingerprint().derivedUuid());
        return new Brought(
                new Command.Request.InstallProfile(
                        key(name).identifier(),
                        sent.form().content(),
                        Optional.of(object).filter(unused -> sent.form().kind() == Form.Kind.OBJECT),
                        false),
                sent.form().uuid());
    }

    /** The same profile with so many bytes of data in it. */
    static Bytes large(String name, int bytes) {
        PlistValue.Dict payload = payload(name, 1).with("data", new PlistValue.Data(new Bytes(new byte[bytes])));
        return new Bytes(CanonicalXml.write(content(name, payload)
                .with("PayloadUUID", new PlistValue.Text("0A000000-0000-4000-8000-000000000001"))));
    }

    /** The profile as a file. */
    static byte[] file(String name, int setting) {
        return CanonicalXml.write(content(name, payload(name, setting))
                .with("PayloadUUID", new PlistValue.Text("0A000000-0000-4000-8000-000000000001")));
    }

    private static DesiredProfile declared(String name, int setting) {
        Profile profile = Profile.fromContent(content(name, payload(name, setting)));
        return new DesiredProfile(
                name,
                Optional.of(key(name)),
                Ensure.PRESENT,
                new Content.Understood(new ReadProfile(profile, new Bytes(new byte[0]), false)),
                DesiredProfile.Options.DEFAULTS);
    }

    private static PlistValue.Dict content(String name, PlistValue.Dict payload) {
        return new PlistValue.Dict(Map.of(
                "PayloadType", new PlistValue.Text("Configuration"),
                "PayloadVersion", number(1),
                "PayloadIdentifier", new PlistValue.Text(key(name).toString()),
                "PayloadContent", new PlistValue.Array(List.of(payload))));
    }

    private static PlistValue.Dict payload(String name, int setting) {
        return new PlistValue.Dict(Map.of(
                "PayloadType", new PlistValue.Text("dev.cmdm.conformance"),
                "PayloadVersion", number(1),
                "PayloadIdentifier", new PlistValue.Text(key(name) + ".settings"),
                "PayloadUUID", new PlistValue.Text("0A000000-0000-4000-8000-000000000002"),
                "setting", number(setting)));
    }

    /** What stands for nothing: these profiles have no placeholders. */
    private static final class NoValues implements Values {
        @Override
        public String serial() {
            throw new AssertionError("no serial number is asked for");
        }

        @Override
        public String udid() {
            throw new AssertionError("no UDID is asked for");
        }

        @Override
        public String secret(String name) {
            throw new AssertionError("no secret is asked for");
        }
    }

    private static PlistValue number(int value) {
        return new PlistValue.Int(BigInteger.valueOf(value));
    }
}
