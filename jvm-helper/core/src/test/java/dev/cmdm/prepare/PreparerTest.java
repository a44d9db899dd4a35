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
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.SizeLimit;
import dev.cmdm.mdm.SizeUnit;
import dev.cmdm.mdm.Trait;
import dev.cmdm.plan.Form;
import dev.cmdm.plan.Prepared;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.CanonicalXml;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.PayloadUuids;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ReadProfile;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreparerTest {
    private static final String FILE_UUID = "F11E0000-0000-4000-8000-000000000001";
    private static final String PAYLOAD_UUID = "AAAAAAAA-0000-4000-8000-000000000001";

    private static final Options FILL =
            new Options(Channel.AUTO, true, Optional.empty(), true, false, false, List.of(), List.of());
    private static final Preparer PREPARER = new Preparer(Optional.empty(), Forming.DEFAULTS, StandIn.NOTHING);

    @Test
    void anUnsignedFileIsStampedWithTheUuidOfItsContentAndKeepsItsPayloadUuids() {
        ReadProfile file = file(false);
        Form form = first(present(file, Options.DEFAULTS));
        assertThat(form.kind()).isEqualTo(Form.Kind.CANONICAL);
        assertThat(form.uuid())
                .isEqualTo(Fingerprint.of(file.profile()).derivedUuid())
                .isNotEqualTo(FILE_UUID);
        Profile sent = read(form);
        assertThat(sent.uuid()).isEqualTo(form.uuid());
        assertThat(sent.payloads().get(0).findUuid()).contains(PAYLOAD_UUID);
        assertThat(Fingerprint.of(sent)).isEqualTo(Fingerprint.of(file.profile()));
    }

    @Test
    void aTreeGetsPayloadUuidsThatStayTheSameWheneverItIsDrawnAnew() {
        Form first = first(present(tree("11111111-0000-4000-8000-000000000001"), Options.DEFAULTS));
        Form second = first(present(tree("22222222-0000-4000-8000-000000000002"), Options.DEFAULTS));
        assertThat(first).isEqualTo(second);
    }

    @Test
    void whatIsSaidOfPayloadUuidsCountsForFilesAndTrees() {
        assertThat(payloadUuid(present(file(false), with(true, Optional.of(PayloadUuids.DERIVE)))))
                .isNotEqualTo(PAYLOAD_UUID);
        assertThat(payloadUuid(present(tree(PAYLOAD_UUID), with(true, Optional.of(PayloadUuids.KEEP)))))
                .isEqualTo(PAYLOAD_UUID);
    }

    @Test
    void signedBytesAreSentAsTheyAreUnderTheirOwnUuid() {
        ReadProfile signed = file(true);
        Form form = first(present(signed, Options.DEFAULTS));
        assertThat(form)
                .isEqualTo(new Form(
                        Form.Kind.GIVEN, signed.original(), signed.original().size(), FILE_UUID));
    }

    @Test
    void anUnsignedFileThatIsNotToBeStampedIsSentByteForByte() {
        ReadProfile file = file(false);
        Form form = first(present(file, with(false, Optional.empty())));
        assertThat(form.content()).isEqualTo(file.original());
        assertThat(form.uuid()).isEqualTo(FILE_UUID);
    }

    @Test
    void aTreeHasNoBytesOfItsOwnSoItIsStampedInAnyCase() {
        assertThat(first(present(tree(PAYLOAD_UUID), with(false, Optional.empty())))
                        .kind())
                .isEqualTo(Form.Kind.CANONICAL);
    }

    @Test
    void absentAndBrokenProfilesHaveNoForms() {
        DesiredProfile broken = new DesiredProfile(
                "x",
                Optional.empty(),
                Ensure.PRESENT,
                new Content.Broken(new IllegalArgumentException()),
                Options.DEFAULTS);
        DesiredProfile absent =
                new DesiredProfile("y", Optional.empty(), Ensure.ABSENT, new Content.None(), Options.DEFAULTS);
        assertThat(PREPARER.prepare(desired(broken, absent))).allSatisfy(prepared -> {
            assertThat(prepared.forms()).isEmpty();
            assertThat(prepared.fingerprint()).isEmpty();
        });
    }

    @Test
    void contentThatCannotBeWrittenBreaksOnlyItself() {
        ReadProfile unwritable = new ReadProfile(
                Profile.fromContent(content(PAYLOAD_UUID).with("Odd", new PlistValue.Text("\u0001"))),
                new Bytes(new byte[0]),
                false);
        List<Prepared> prepared = PREPARER.prepare(
                desired(present(unwritable, Options.DEFAULTS), present(file(false), Options.DEFAULTS)));
        assertThat(prepared.get(0).desired().content()).isInstanceOf(Content.Broken.class);
        assertThat(prepared.get(1).forms()).isNotEmpty();
    }

    @Test
    void sizesAreInTheServersOwnUnit() {
        Desired desired = desired(present(file(true), Options.DEFAULTS));
        int bytes = file(true).original().size();
        assertThat(size(desired, SizeUnit.BYTES)).isEqualTo(bytes);
        assertThat(size(desired, SizeUnit.COMMAND_XML)).isEqualTo(97 + 4L * ((bytes + 2) / 3));
    }

    @Test
    void aProfileIsFilledBeforeItsFingerprintAndItsFormsAreMade() {
        Preparer preparer = new Preparer(
                Optional.empty(), Forming.DEFAULTS, new StandIn("C02XK1ABCDEF", "", Map.of("wifi", "s3cret")));
        DesiredProfile asked = present(saying("{{serial}} {{secret:wifi}}"), FILL);
        DesiredProfile written = present(saying("C02XK1ABCDEF s3cret"), Options.DEFAULTS);
        List<Prepared> prepared = preparer.prepare(desired(asked, written));
        assertThat(prepared.get(0).fingerprint()).isEqualTo(prepared.get(1).fingerprint());
        assertThat(prepared.get(0).forms().get(0))
                .isEqualTo(prepared.get(1).forms().get(0));
        assertThat(prepared.get(0)
                        .desired()
                        .findProfile()
                        .orElseThrow()
                        .profile()
                        .secrets())
                .isNotEmpty();
    }

    @Test
    void aProfileThatCannotBeFilledBreaksOnlyItself() {
        List<Prepared> prepared = PREPARER.prepare(desired(
                present(saying("{{secret:wifi}}"), FILL),
                present(saying("{{serial"), FILL),
                present(file(true), FILL),
                present(saying("{{serial"), Options.DEFAULTS)));
        assertThat(prepared.subList(0, 3)).allSatisfy(one -> {
            assertThat(one.desired().content()).isInstanceOf(Content.Broken.class);
            assertThat(one.forms()).isEmpty();
        });
        assertThat(prepared.get(3).forms()).isNotEmpty();
    }

    private static ReadProfile saying(String text) {
        return new ReadProfile(
                Profile.fromContent(content(PAYLOAD_UUID).with("Words", new PlistValue.Text(text))),
                new Bytes(new byte[0]),
                false);
    }

    private static long size(Desired desired, SizeUnit unit) {
        Capabilities server = Capabilities.of("Some MDM", new SizeLimit(2000, unit), Trait.PASSES_SIGNED);
        assertThat(Preparer.limits(server).unit()).isEqualTo(unit.words());
        return new Preparer(Optional.of(server), Forming.DEFAULTS, StandIn.NOTHING)
                .prepare(desired)
                .get(0)
                .forms()
                .get(0)
                .size();
    }

    private static String payloadUuid(DesiredProfile desired) {
        return read(first(desired)).payloads().get(0).findUuid().orElseThrow();
    }

    private static Form first(DesiredProfile desired) {
        return PREPARER.prepare(desired(desired)).get(0).forms().get(0);
    }

    private static Profile read(Form form) {
        return Profile.fromFile(
                new PlistReader(PlistLimits.forProfile()).read(form.content().toArray()));
    }

    private static Desired desired(DesiredProfile... profiles) {
        return new Desired(Owner.CLI, Optional.empty(), List.of(profiles));
    }

    private static DesiredProfile present(ReadProfile read, Options options) {
        return new DesiredProfile("x", Optional.empty(), Ensure.PRESENT, new Content.Understood(read), options);
    }

    private static Options with(boolean stamp, Optional<PayloadUuids> payloadUuids) {
        return new Options(Channel.AUTO, stamp, payloadUuids, false, false, false, List.of(), List.of());
    }

    private static ReadProfile tree(String payloadUuid) {
        return new ReadProfile(Profile.fromContent(content(payloadUuid)), new Bytes(new byte[0]), false);
    }

    private static ReadProfile file(boolean signed) {
        byte[] xml = CanonicalXml.write(content(PAYLOAD_UUID));
        Profile profile = Profile.fromFile(new PlistReader(PlistLimits.forProfile()).read(xml));
        byte[] original = signed ? ("envelope of " + xml.length).getBytes(StandardCharsets.US_ASCII) : xml;
        return new ReadProfile(profile, new Bytes(original), signed);
    }

    private static PlistValue.Dict content(String payloadUuid) {
        Map<String, PlistValue> payload = new LinkedHashMap<>();
        payload.put("PayloadType", new PlistValue.Text("com.apple.dock"));
        payload.put("PayloadIdentifier", new PlistValue.Text("com.acme.dock.settings"));
        payload.put("PayloadUUID", new PlistValue.Text(payloadUuid));
        payload.put("PayloadVersion", PlistValue.Int.of(1));
        payload.put("tilesize", PlistValue.Int.of(48));
        Map<String, PlistValue> profile = new LinkedHashMap<>();
        profile.put("PayloadType", new PlistValue.Text("Configuration"));
        profile.put("PayloadIdentifier", new PlistValue.Text("com.acme.dock"));
        profile.put("PayloadUUID", new PlistValue.Text(FILE_UUID));
        profile.put("PayloadVersion", PlistValue.Int.of(1));
        profile.put("PayloadContent", new PlistValue.Array(List.of(new PlistValue.Dict(payload))));
        return new PlistValue.Dict(profile);
    }
}
