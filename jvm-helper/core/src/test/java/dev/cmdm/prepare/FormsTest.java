// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.desired.Channel;
import dev.cmdm.desired.DesiredProfile.Options;
import dev.cmdm.plan.Form;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileWarning;
import dev.cmdm.profile.ReadProfile;
import dev.cmdm.sign.SigningIdentity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which forms a profile has, in which order, and when they are made. */
class FormsTest {
    private static final String OWN_UUID = "F11E0000-0000-4000-8000-000000000001";
    private static final Options UNSTAMPED =
            new Options(Channel.AUTO, false, Optional.empty(), false, false, false, List.of(), List.of());

    private final Notary notary = new Notary();

    @Test
    void plainAndCompactAreMadeWhereNothingIsSet() {
        assertThat(kinds(forms(file(), Options.DEFAULTS, Forming.DEFAULTS)))
                .containsExactly(Form.Kind.CANONICAL, Form.Kind.COMPACT);
    }

    @Test
    void theOrderIsSignedPlainCompactBinary() {
        assertThat(kinds(forms(file(), Options.DEFAULTS, everything())))
                .containsExactly(Form.Kind.SIGNED, Form.Kind.CANONICAL, Form.Kind.COMPACT, Form.Kind.BINARY);
    }

    @Test
    void everyFormOfUnsignedContentBringsTheDerivedUuidAndTheSameContent() {
        ReadProfile file = file();
        Fingerprint fingerprint = Fingerprint.of(file.profile());
        for (Form form : forms(file, Options.DEFAULTS, everything())) {
            assertThat(form.uuid()).as(form.kind().name()).isEqualTo(fingerprint.derivedUuid());
            Profile sent = Profile.fromFile(new PlistReader(PlistLimits.forProfile())
                    .read(
                            form.kind() == Form.Kind.SIGNED
                                    ? notary.opened(form)
                                    : form.content().toArray()));
            assertThat(sent.uuid()).isEqualTo(fingerprint.derivedUuid());
            assertThat(Fingerprint.of(sent)).isEqualTo(fingerprint);
        }
    }

    @Test
    void thePlainFormIsWhatIsSigned() {
        List<Form> forms = forms(file(), Options.DEFAULTS, everything());
        assertThat(notary.opened(forms.get(0))).isEqualTo(forms.get(1).content().toArray());
    }

    @Test
    void nothingIsSignedBeforeItIsAskedForAndThenOnce() {
        Form signed = forms(file(), Options.DEFAULTS, everything()).get(0);
        assertThat(signed.body().signer()).isEqualTo("the notary");
        assertThat(signed.body().fits(16L << 20)).isTrue();
        assertThat(notary.signed).isEmpty();
        assertThat(signed.content()).isEqualTo(signed.content());
        assertThat(signed.size()).isEqualTo(signed.content().size());
        assertThat(notary.signed).hasSize(1);
    }

    @Test
    void aFormThatMayBeTooBigIsMadeAndMeasured() {
        Form signed = forms(file(), Options.DEFAULTS, everything()).get(0);
        long size = signed.content().size();
        assertThat(signed.body().fits(size)).isTrue();
        assertThat(signed.body().fits(size - 1)).isFalse();
    }

    @Test
    void signedBytesAreNeverSignedAgainAndOpenedOnlyWhereThatIsSet() {
        ReadProfile signed = new ReadProfile(file().profile(), new Bytes(new byte[] {1, 2, 3}), true);
        assertThat(kinds(forms(signed, Options.DEFAULTS, new Forming(Optional.of(notary), false, true))))
                .containsExactly(Form.Kind.GIVEN);
        List<Form> opened = forms(signed, Options.DEFAULTS, everything());
        assertThat(kinds(opened))
                .containsExactly(Form.Kind.GIVEN, Form.Kind.CANONICAL, Form.Kind.COMPACT, Form.Kind.BINARY);
        assertThat(opened.get(0).uuid()).isEqualTo(OWN_UUID);
        assertThat(opened.get(1).uuid())
                .isEqualTo(Fingerprint.of(signed.profile()).derivedUuid());
    }

    @Test
    void aFileThatIsNotToBeStampedHasItsOwnBytesOnly() {
        ReadProfile file = file();
        List<Form> forms = forms(file, UNSTAMPED, everything());
        assertThat(kinds(forms)).containsExactly(Form.Kind.GIVEN);
        assertThat(forms.get(0).content()).isEqualTo(file.original());
    }

    @Test
    void compactIsSmallerThanPlain() {
        List<Form> forms = forms(file(), Options.DEFAULTS, everything());
        assertThat(forms.get(2).size()).isLessThan(forms.get(1).size());
    }

    private Forming everything() {
        return new Forming(Optional.of(notary), true, true);
    }

    private static List<Form> forms(ReadProfile read, Options options, Forming forming) {
        return Forms.of(read, options, Fingerprint.of(read.profile()), forming, Taker.of(Optional.empty()));
    }

    private static List<Form.Kind> kinds(List<Form> forms) {
        return forms.stream().map(Form::kind).toList();
    }

    private static ReadProfile file() {
        Profile profile = Profile.fromContent(new PlistValue.Dict(Map.of(
                "PayloadIdentifier", new PlistValue.Text("com.acme.dock"),
                "PayloadUUID", new PlistValue.Text(OWN_UUID),
                "PayloadContent",
                        new PlistValue.Array(List.of(new PlistValue.Dict(Map.of(
                                "PayloadType",
                                new PlistValue.Text("com.apple.dock"),
                                "tilesize",
                                PlistValue.Int.of(48))))))));
        return new ReadProfile(profile, new Bytes("a file".getBytes(StandardCharsets.US_ASCII)), false);
    }

    /** Signs by putting a seal before the content. */
    private static final class Notary implements SigningIdentity {
        private static final byte[] SEAL = "sealed:".getBytes(StandardCharsets.US_ASCII);
        private final List<byte[]> signed = new ArrayList<>();

        @Override
        public byte[] sign(byte[] content) {
            signed.add(content);
            return java.nio.ByteBuffer.allocate(SEAL.length + content.length)
                    .put(SEAL)
                    .put(content)
                    .array();
        }

        @Override
        public String signer() {
            return "the notary";
        }

        @Override
        public List<ProfileWarning> warnings() {
            return List.of();
        }

        byte[] opened(Form form) {
            byte[] bytes = form.content().toArray();
            return java.util.Arrays.copyOfRange(bytes, SEAL.length, bytes.length);
        }
    }
}
