// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.desired.Channel;
import dev.cmdm.desired.Content;
import dev.cmdm.desired.Desired;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.DesiredProfile.Options;
import dev.cmdm.desired.Ensure;
import dev.cmdm.desired.Owner;
import dev.cmdm.desired.StandIn;
import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.installed.Origin;
import dev.cmdm.mdm.micromdm.MicroMdm;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Contact;
import dev.cmdm.plan.Migrations;
import dev.cmdm.plan.PlanInput;
import dev.cmdm.plan.Planner;
import dev.cmdm.plan.Policy;
import dev.cmdm.plan.Prepared;
import dev.cmdm.plan.Record;
import dev.cmdm.plan.Step;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.ReadProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An edit of a setting is delivered, whatever is declared and by whichever way; an edit of anything else is not. */
class EditsTest {
    private static final ProfileKey KEY = ProfileKey.system(new ProfileIdentifier("com.acme.dock"));
    private static final String DATE = "2026-02-28 09:00:00 +0000";
    private static final String DELIVERED = """
            <plist version="1.0"><dict>
            <key>PayloadType</key><string>Configuration</string><key>PayloadVersion</key><integer>1</integer>
            <key>PayloadIdentifier</key><string>com.acme.dock</string>
            <key>PayloadUUID</key><string>F11E0000-0000-4000-8000-000000000001</string>
            <key>PayloadContent</key><array><dict>
            <key>PayloadType</key><string>com.apple.dock</string><key>PayloadVersion</key><integer>1</integer>
            <key>PayloadIdentifier</key><string>com.acme.dock.a</string>
            <key>PayloadUUID</key><string>AAAAAAAA-0000-4000-8000-000000000001</string>
            <key>tilesize</key><integer>32</integer><key>autohide</key><true/>
            </dict></array></dict></plist>
            """;

    /** How a content is declared. */
    private enum Kind {
        TREE,
        UNSIGNED_FILE,
        UNSTAMPED_FILE,
        SIGNED_FILE;

        DesiredProfile declared(String text, String signer, Channel channel) {
            PlistValue.Dict content = (PlistValue.Dict) new PlistReader(PlistLimits.forProfile())
                    .read(text.getBytes(StandardCharsets.UTF_8))
                    .root();
            Bytes bytes = new Bytes((text + signer).getBytes(StandardCharsets.UTF_8));
            Profile profile = Profile.fromContent(content);
            ReadProfile read = this == TREE
                    ? new ReadProfile(profile, new Bytes(new byte[0]), false)
                    : new ReadProfile(profile, bytes, this == SIGNED_FILE);
            Options options = new Options(
                    channel, this != UNSTAMPED_FILE, Optional.empty(), false, false, false, List.of(), List.of());
            return new DesiredProfile("dock", Optional.of(KEY), Ensure.PRESENT, new Content.Understood(read), options);
        }
    }

    static Stream<Arguments> everyKindByEveryWay() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(Channel.values()).map(channel -> Arguments.of(kind, channel)));
    }

    @ParameterizedTest
    @MethodSource("everyKindByEveryWay")
    void anEditedSettingIsDeliveredThoughTheUuidWasLeftAlone(Kind kind, Channel channel) {
        assertThat(after(kind, channel, text -> text.replace("<integer>32<", "<integer>48<"), "")
                        .action())
                .isEqualTo(Action.REPLACE);
        assertThat(after(kind, channel, text -> text.replace("<true/>", "<false/>"), "")
                        .action())
                .isEqualTo(Action.REPLACE);
        assertThat(after(kind, channel, text -> text.replace("<key>autohide</key><true/>", ""), "")
                        .action())
                .isEqualTo(Action.REPLACE);
    }

    @ParameterizedTest
    @MethodSource("everyKindByEveryWay")
    void nothingElseIsDelivered(Kind kind, Channel channel) {
        assertKept(kind, channel, UnaryOperator.identity(), "");
        assertKept(kind, channel, text -> text.replace("<dict>", "<!-- another comment --><dict>"), "");
        assertKept(kind, channel, text -> text.replace("><", ">\n   <"), "");
        assertKept(
                kind,
                channel,
                text -> text.replace(
                        "<key>tilesize</key><integer>32</integer><key>autohide</key><true/>",
                        "<key>autohide</key><true/><key>tilesize</key><integer>32</integer>"),
                "");
        assertKept(kind, channel, text -> text.replace("AAAAAAAA-", "BBBBBBBB-"), "");
        assertKept(kind, channel, UnaryOperator.identity(), "<!-- signed by somebody else -->");
    }

    private static void assertKept(Kind kind, Channel channel, UnaryOperator<String> edit, String signer) {
        assertThat(after(kind, channel, edit, signer).action()).isEqualTo(Action.KEEP);
    }

    /** The step for an edited content on a Mac to which the first one was delivered. */
    private static Step after(Kind kind, Channel channel, UnaryOperator<String> edit, String signer) {
        Prepared first = prepared(kind.declared(DELIVERED, "", channel));
        String uuid = first.forms().get(0).uuid();
        Origin origin = channel == Channel.LOCAL ? Origin.LOCAL : Origin.MDM;
        Record record =
                new Record(KEY, uuid, first.fingerprint().orElseThrow(), DATE, Owner.CLI, Instant.EPOCH, origin);
        DesiredProfile edited = kind.declared(edit.apply(DELIVERED), signer, channel);
        PlanInput input = new PlanInput(
                desired(edited),
                List.of(prepared(edited)),
                new Installed(List.of(new InstalledProfile(KEY, uuid, origin, DATE, "", List.of())), true, true),
                new Device("C02", "11111111-2222-3333-4444-555555555555", macos(channel), Enrollment.USER_APPROVED),
                Optional.of(Preparer.limits(MicroMdm.CAPABILITIES)),
                List.of(),
                List.of(record),
                Migrations.NONE,
                Policy.DEFAULTS,
                Contact.UNKNOWN,
                Instant.EPOCH.plusSeconds(3600));
        return Planner.plan(input).find(KEY.toString()).orElseThrow();
    }

    private static MacOsVersion macos(Channel channel) {
        return channel == Channel.LOCAL ? new MacOsVersion(10, 15, 7) : new MacOsVersion(15, 1, 0);
    }

    private static Prepared prepared(DesiredProfile declared) {
        return new Preparer(Optional.empty(), Forming.DEFAULTS, StandIn.NOTHING)
                .prepare(desired(declared))
                .get(0);
    }

    private static Desired desired(DesiredProfile declared) {
        return new Desired(Owner.CLI, Optional.empty(), List.of(declared));
    }
}
