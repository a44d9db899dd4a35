// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import static dev.cmdm.profile.Values.UUID_2;
import static dev.cmdm.profile.Values.array;
import static dev.cmdm.profile.Values.dict;
import static dev.cmdm.profile.Values.payload;
import static dev.cmdm.profile.Values.profile;
import static dev.cmdm.profile.Values.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cmdm.plist.BinaryPlist;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.CanonicalXml;
import dev.cmdm.plist.EntityDeclarationException;
import dev.cmdm.plist.KeyPath;
import dev.cmdm.plist.NotAPropertyListException;
import dev.cmdm.plist.Place;
import dev.cmdm.plist.PlistValue.Dict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {
    private static final byte[] XML = CanonicalXml.write(profile(payload("a", UUID_2)));
    private static final byte[] ENVELOPE = HexFormat.of().parseHex("308006092a864886f70d010702a080");
    private static final Signer SIGNER = new Signer("CN=a", "CN=b", Instant.EPOCH, true);

    private final ProfileReader unsigned = new ProfileReader(envelope -> {
        throw new AssertionError("opened something unsigned");
    });

    @Test
    void readsXmlAndKeepsItsBytes() {
        ReadProfile read = unsigned.read(XML);
        assertThat(read.profile()).isEqualTo(Values.file(profile(payload("a", UUID_2))));
        assertThat(read.original()).isEqualTo(new Bytes(XML));
        assertThat(read.signed()).isFalse();
        assertThat(read.signers()).isEmpty();
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void readsBinary() {
        Dict profile = profile(payload("a", UUID_2).with("Setting", value(3600.0)));
        ReadProfile read = unsigned.read(BinaryList.write(profile));
        assertThat(read.profile().content()).isEqualTo(profile);
    }

    @Test
    void readsWhatAnEnvelopeHoldsAndKeepsTheEnvelopesBytes() {
        ProfileWarning warning = new ProfileWarning("expired-signer", "expired", Place.TOP);
        ReadProfile read = opening(
                        ("\n" + new String(XML, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8), warning)
                .read(ENVELOPE);
        assertThat(read.profile()).isEqualTo(unsigned.read(XML).profile());
        assertThat(read.original()).isEqualTo(new Bytes(ENVELOPE));
        assertThat(read.signed()).isTrue();
        assertThat(read.signers()).containsExactly(SIGNER);
        assertThat(read.warnings()).extracting(ProfileWarning::code).containsExactly("expired-signer", "leading-space");
    }

    @Test
    void tellsWarningsOfTheFileBeforeThoseOfTheProfile() {
        byte[] odd = ("  "
                        + new String(
                                CanonicalXml.write(profile(payload("a", UUID_2)).without("PayloadScope")),
                                StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(unsigned.read(odd).warnings())
                .extracting(ProfileWarning::code)
                .containsExactly("leading-space", "missing-scope");
    }

    @Test
    void namesLineAndColumnOfWhatTheRulesWarnOf() {
        String text = new String(
                CanonicalXml.write(profile(payload("a", UUID_2).with("Name", value("{{name}}")))
                        .without("PayloadScope")),
                StandardCharsets.UTF_8);
        int line = text.substring(0, text.indexOf("{{name}}")).split("\n", -1).length;
        byte[] xml = text.getBytes(StandardCharsets.UTF_8);
        for (ReadProfile read : List.of(unsigned.read(xml), opening(xml).read(ENVELOPE))) {
            assertThat(read.warnings())
                    .extracting(ProfileWarning::place)
                    .containsExactly(new Place("PayloadScope", 4, 1), new Place("PayloadContent[0].Name", line, 4));
            assertThat(read.places().get(KeyPath.TOP.key("PayloadContent")))
                    .isEqualTo(new Place("PayloadContent", 6, 2));
            assertThat(read.profile().warnings())
                    .extracting(warning -> warning.place().line())
                    .containsOnly(0);
        }
    }

    @Test
    void namesLineAndColumnOfWhatTheRulesRefuse() {
        Dict whole = profile(payload("a", UUID_2), payload("b", UUID_2).with("PayloadIdentifier", value("a")));
        assertThatExceptionOfType(BadStructureException.class)
                .isThrownBy(
                        () -> unsigned.read(CanonicalXml.write(profile(payload("a", UUID_2), payload("a", UUID_2)))))
                .satisfies(e -> {
                    assertThat(e.place().keyPath()).isEqualTo("PayloadContent[1].PayloadIdentifier");
                    assertThat(e.place().line()).isEqualTo(19);
                    assertThat(e.place().column()).isEqualTo(4);
                });
        assertThatExceptionOfType(MissingKeyException.class)
                .isThrownBy(() -> unsigned.read(CanonicalXml.write(whole.without("PayloadUUID"))))
                .satisfies(e -> assertThat(e.place()).isEqualTo(new Place("", 4, 1)));
        assertThatExceptionOfType(BadIdentifierException.class)
                .isThrownBy(() -> unsigned.read(CanonicalXml.write(whole.with("PayloadIdentifier", value("-a")))))
                .satisfies(e -> assertThat(e.place().keyPath()).isEqualTo("PayloadIdentifier"))
                .satisfies(e -> assertThat(e.place().line()).isGreaterThan(4));
        assertThatExceptionOfType(NotAProfileException.class)
                .isThrownBy(() -> opening(CanonicalXml.write(array(1))).read(ENVELOPE))
                .satisfies(e -> assertThat(e.place()).isEqualTo(new Place("", 4, 1)));
        assertThatExceptionOfType(MissingKeyException.class)
                .isThrownBy(() -> unsigned.read(BinaryPlist.write(whole.without("PayloadUUID"))))
                .satisfies(e -> assertThat(e.place()).isEqualTo(Place.TOP));
    }

    @Test
    void guardsWhatAnEnvelopeHoldsLikeAnyFile() {
        byte[] entity =
                "<!DOCTYPE plist [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><plist><string>&x;</string></plist>"
                        .getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(EntityDeclarationException.class)
                .isThrownBy(() -> opening(entity).read(ENVELOPE));
        assertThatExceptionOfType(MissingKeyException.class)
                .isThrownBy(() -> opening(CanonicalXml.write(dict("a", 1))).read(ENVELOPE));
    }

    @Test
    void refusesAPropertyListThatIsNoDictionary() {
        assertThatExceptionOfType(NotAProfileException.class)
                .isThrownBy(() -> unsigned.read(CanonicalXml.write(array(1))));
        assertThatExceptionOfType(NotAProfileException.class)
                .isThrownBy(() -> unsigned.read(BinaryList.write(array(profile()))));
    }

    /** Nothing, digits, PKCS#12, a certificate, gzip, JSON. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "3030",
                "303030303030",
                "308203e8020103308203",
                "308202ff308201e7a003020102",
                "1f8b0800000000000003",
                "7b2261223a317d"
            })
    void doesNotTakeOtherFilesForEnvelopes(String hex) {
        assertThatExceptionOfType(NotAPropertyListException.class)
                .isThrownBy(() -> unsigned.read(HexFormat.of().parseHex(hex)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "308006092a864886f70d010702",
                "302706092a864886f70d010703",
                "3081ff06092a864886f70d010706",
                "30820bff06092a864886f70d0107",
                "30830bffff06092a",
                "308400100000060b2a864886f70d0109100117",
                "308006"
            })
    void takesEnvelopesOfEveryKindAndLengthAndTheirBeginningsForWhatTheyAre(String hex) {
        assertThat(EnvelopeForm.begins(HexFormat.of().parseHex(hex))).isTrue();
    }

    private static ProfileReader opening(byte[] content, ProfileWarning... warnings) {
        return new ProfileReader(
                envelope -> new EnvelopeOpener.Opened(new Bytes(content), List.of(SIGNER), List.of(warnings)));
    }
}
