// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cmdm.plist.PlistException;
import dev.cmdm.plist.TooLargeException;
import dev.cmdm.profile.EnvelopeOpener.Opened;
import dev.cmdm.profile.ProfileException;
import dev.cmdm.profile.ProfileReader;
import dev.cmdm.profile.ProfileWarning;
import dev.cmdm.profile.Signer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Envelopes that openssl made, and what became of them on the way. */
class CmsOpenerTest {
    private static final byte[] CONTENT = "the signed content, which is any bytes".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    private static Openssl openssl;

    @BeforeAll
    static void makeSigners() {
        openssl = new Openssl(folder);
        openssl.signer("rsa", "-newkey", "rsa:2048");
        openssl.signer("ec", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
        openssl.signer("ec384", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384");
    }

    static Stream<Arguments> ways() {
        return Stream.of("rsa", "ec", "ec384")
                .flatMap(signer -> Stream.of("sha1", "sha224", "sha256", "sha384", "sha512")
                        .flatMap(digest -> Stream.of("DER", "BER").map(form -> Arguments.of(signer, digest, form))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void opensEveryKeyOverEveryDigestInEitherForm(String signer, String digest, String form) {
        byte[] envelope = form.equals("DER")
                ? openssl.sign(CONTENT, signer, "-md", digest)
                : openssl.sign(CONTENT, signer, "-md", digest, "-stream");
        assertThat(envelope[1] == (byte) 0x80).isEqualTo(form.equals("BER"));
        Opened opened = open(envelope);
        assertThat(opened.content().toArray()).isEqualTo(CONTENT);
        assertThat(opened.signers()).singleElement().satisfies(found -> {
            assertThat(found.subject()).isEqualTo("O=Example,CN=" + signer);
            assertThat(found.issuer()).isEqualTo(found.subject());
            assertThat(found.expired()).isFalse();
            assertThat(found.notAfter())
                    .isEqualTo(certificate(signer).getNotAfter().toInstant());
        });
        assertThat(codes(opened).contains("sha1-signature")).isEqualTo(digest.equals("sha1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256", "sha384", "sha512"})
    void opensRsaWithPss(String digest) {
        byte[] envelope = openssl.sign(CONTENT, "rsa", "-md", digest, "-keyopt", "rsa_padding_mode:pss");
        assertThat(open(envelope).content().toArray()).isEqualTo(CONTENT);
        assertThatExceptionOfType(CmsBadSignatureException.class).isThrownBy(() -> open(changed(envelope, CONTENT)));
    }

    @Test
    void opensAnEnvelopeWithoutSignedAttributes() {
        assertThat(open(openssl.sign(CONTENT, "rsa", "-noattr")).signers()).hasSize(1);
    }

    @Test
    void opensAnEnvelopeThatNamesItsSignerByKeyIdentifier() {
        assertThat(open(openssl.sign(CONTENT, "rsa", "-keyid")).signers()).hasSize(1);
    }

    @Test
    void verifiesEachOfSeveralSigners() {
        byte[] envelope = openssl.sign(CONTENT, "rsa", "-signer", "ec.pem", "-inkey", "ec.key");
        assertThat(open(envelope).signers())
                .extracting(Signer::subject)
                .containsExactlyInAnyOrder("O=Example,CN=rsa", "O=Example,CN=ec");
        assertThatExceptionOfType(CmsBadSignatureException.class).isThrownBy(() -> open(changed(envelope, CONTENT)));
    }

    @Test
    void warnsOfAnExpiredSignerAndOneThatIsNotValidYet() {
        byte[] envelope = openssl.sign(CONTENT, "rsa");
        Opened late = opener(Duration.ofDays(31), List.of()).open(envelope);
        Opened early = opener(Duration.ofDays(-1), List.of()).open(envelope);
        assertThat(codes(late)).containsExactly("expired-signer", "unknown-issuer");
        assertThat(late.signers()).extracting(Signer::expired).containsExactly(true);
        assertThat(codes(early)).containsExactly("early-signer", "unknown-issuer");
        assertThat(early.signers()).extracting(Signer::expired).containsExactly(false);
    }

    @Test
    void knowsASignerWhoseChainLeadsToAnAuthorityThatIsTrusted() {
        issued("intermediate", "rsa", "CA:TRUE");
        issued("leaf", "intermediate", "CA:FALSE");
        openssl.write("chain.pem", openssl.read("intermediate.pem"));
        byte[] whole = openssl.sign(CONTENT, "leaf", "-certfile", "chain.pem");
        byte[] broken = openssl.sign(CONTENT, "leaf");
        List<X509Certificate> trusted = List.of(certificate("ec"), certificate("rsa"));
        assertThat(codes(opener(Duration.ZERO, trusted).open(whole))).isEmpty();
        assertThat(codes(opener(Duration.ofDays(40), trusted).open(whole))).containsExactly("expired-signer");
        assertThat(codes(opener(Duration.ZERO, List.of(certificate("ec"))).open(whole)))
                .containsExactly("unknown-issuer");
        assertThat(codes(opener(Duration.ZERO, trusted).open(broken))).containsExactly("unknown-issuer");
        assertThat(codes(opener(Duration.ZERO, List.of(certificate("leaf"))).open(broken)))
                .isEmpty();
    }

    @Test
    void doesNotTakeALeafForAnAuthority() {
        issued("noca", "rsa", "CA:FALSE");
        issued("below", "noca", "CA:FALSE");
        byte[] envelope = openssl.sign(CONTENT, "below", "-certfile", "noca.pem");
        assertThat(codes(opener(Duration.ZERO, List.of(certificate("rsa"))).open(envelope)))
                .containsExactly("unknown-issuer");
    }

    @Test
    void doesNotKnowASelfSignedSignerByThePlatformsAuthorities() {
        Opened opened = CmsOpener.trustingPlatform(Clock.systemUTC()).open(openssl.sign(CONTENT, "rsa"));
        assertThat(codes(opened)).containsExactly("unknown-issuer");
    }

    @Test
    void refusesContentThatWasChangedAfterSigning() {
        for (byte[] envelope : List.of(
                openssl.sign(CONTENT, "rsa"),
                openssl.sign(CONTENT, "ec", "-stream"),
                openssl.sign(CONTENT, "rsa", "-noattr"))) {
            assertThatExceptionOfType(CmsBadSignatureException.class)
                    .isThrownBy(() -> open(changed(envelope, CONTENT)));
        }
    }

    @Test
    void refusesASignatureThatWasChanged() {
        byte[] envelope = openssl.sign(CONTENT, "rsa");
        envelope[envelope.length - 5] ^= 1;
        assertThatExceptionOfType(CmsBadSignatureException.class).isThrownBy(() -> open(envelope));
    }

    @Test
    void refusesASignatureOfAWrongLengthOrForm() {
        byte[] shorter = shortened(openssl.sign(CONTENT, "rsa"));
        byte[] formless = formless(openssl.sign(CONTENT, "ec"));
        assertThatExceptionOfType(CmsBadSignatureException.class).isThrownBy(() -> open(shorter));
        assertThatExceptionOfType(CmsBadSignatureException.class).isThrownBy(() -> open(formless));
    }

    @Test
    void refusesASignerWhoseCertificateWasReplacedByOneWithAnotherKey() {
        openssl.run(
                "req",
                "-x509",
                "-nodes",
                "-subj",
                "/CN=twin/O=Example",
                "-days",
                "30",
                "-set_serial",
                "7",
                "-newkey",
                "rsa:2048",
                "-keyout",
                "twin.key",
                "-out",
                "twin.pem");
        openssl.run(
                "req",
                "-x509",
                "-nodes",
                "-subj",
                "/CN=twin/O=Example",
                "-days",
                "30",
                "-set_serial",
                "7",
                "-newkey",
                "rsa:2048",
                "-keyout",
                "other.key",
                "-out",
                "other.pem");
        byte[] envelope = openssl.sign(CONTENT, "twin", "-nocerts", "-certfile", "other.pem");
        assertThatExceptionOfType(CmsBadSignatureException.class).isThrownBy(() -> open(envelope));
    }

    @Test
    void refusesASignatureWithoutContent() {
        openssl.write("content", CONTENT);
        openssl.run(
                "cms",
                "-sign",
                "-binary",
                "-outform",
                "DER",
                "-in",
                "content",
                "-out",
                "signed",
                "-signer",
                "rsa.pem",
                "-inkey",
                "rsa.key");
        assertThatExceptionOfType(CmsNoContentException.class).isThrownBy(() -> open(openssl.read("signed")));
    }

    @Test
    void refusesCertificatesWithoutContentAndSigners() {
        openssl.run("crl2pkcs7", "-nocrl", "-certfile", "rsa.pem", "-outform", "DER", "-out", "certificates");
        assertThatExceptionOfType(CmsNoContentException.class).isThrownBy(() -> open(openssl.read("certificates")));
    }

    @Test
    void refusesEncryptedEnvelopes() {
        byte[] enveloped =
                openssl.convert(CONTENT, "cms", "-encrypt", "-binary", "-outform", "DER", "-aes-256-cbc", "rsa.pem");
        byte[] authenticated =
                openssl.convert(CONTENT, "cms", "-encrypt", "-binary", "-outform", "DER", "-aes-256-gcm", "rsa.pem");
        byte[] keyed = openssl.convert(
                CONTENT,
                "cms",
                "-EncryptedData_encrypt",
                "-binary",
                "-outform",
                "DER",
                "-aes-128-cbc",
                "-secretkey",
                "000102030405060708090a0b0c0d0e0f");
        assertThat(List.of(enveloped, authenticated, keyed))
                .allSatisfy(envelope -> assertThatExceptionOfType(CmsEncryptedException.class)
                        .isThrownBy(() -> reader().read(envelope)));
    }

    @Test
    void refusesEnvelopesOfOtherKinds() {
        byte[] data = openssl.convert(CONTENT, "cms", "-data_create", "-binary", "-outform", "DER");
        byte[] digested = openssl.convert(CONTENT, "cms", "-digest_create", "-binary", "-outform", "DER");
        assertThat(List.of(data, digested))
                .allSatisfy(envelope -> assertThatExceptionOfType(CmsUnsupportedException.class)
                        .isThrownBy(() -> reader().read(envelope)));
    }

    @Test
    void refusesAnEnvelopeWithinAnEnvelope() {
        byte[] inner = openssl.sign(CONTENT, "rsa");
        byte[] encrypted = openssl.convert(CONTENT, "cms", "-encrypt", "-binary", "-outform", "DER", "rsa.pem");
        List<byte[]> nested = List.of(
                openssl.sign(inner, "rsa"),
                openssl.sign(openssl.sign(CONTENT, "ec", "-stream"), "rsa"),
                openssl.sign(inner, "rsa", "-econtent_type", "pkcs7-signedData"),
                openssl.sign(encrypted, "rsa"));
        assertThat(nested)
                .allSatisfy(envelope ->
                        assertThatExceptionOfType(CmsUnsupportedException.class).isThrownBy(() -> open(envelope)));
    }

    @Test
    void refusesSignaturesThatCannotBeChecked() {
        openssl.signer("koblitz", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:secp256k1");
        List<byte[]> envelopes = List.of(
                openssl.sign(CONTENT, "rsa", "-md", "md5"),
                openssl.sign(CONTENT, "rsa", "-nocerts"),
                openssl.sign(CONTENT, "koblitz"));
        assertThat(envelopes)
                .allSatisfy(envelope ->
                        assertThatExceptionOfType(CmsUnsupportedException.class).isThrownBy(() -> open(envelope)));
    }

    @Test
    void toleratesNulsAndWhiteSpaceAfterAnEnvelopeWithAWarningAndRefusesAllElse() {
        byte[] envelope = openssl.sign(CONTENT, "rsa");
        byte[] stream = openssl.sign(CONTENT, "rsa", "-stream");
        assertThat(codes(open(joined(envelope, new byte[] {0, 0, '\n'})))).contains("trailing-space");
        assertThat(codes(open(joined(stream, new byte[5])))).contains("trailing-space");
        for (byte[] more : List.of(new byte[] {1}, envelope, "</plist>".getBytes(StandardCharsets.US_ASCII))) {
            assertThatExceptionOfType(CmsMalformedException.class).isThrownBy(() -> open(joined(envelope, more)));
            assertThatExceptionOfType(CmsMalformedException.class).isThrownBy(() -> open(joined(stream, more)));
        }
    }

    @Test
    void refusesAnEnvelopeThatWasCutOffAnywhere() {
        for (byte[] envelope : List.of(openssl.sign(CONTENT, "ec"), openssl.sign(CONTENT, "ec", "-stream"))) {
            for (int length = 3; length < envelope.length; length += 3) {
                byte[] cut = Arrays.copyOf(envelope, length);
                assertThatExceptionOfType(CmsMalformedException.class).isThrownBy(() -> reader().read(cut));
            }
        }
    }

    @Test
    void meetsBrokenEnvelopesWithOurOwnExceptionsOnly() {
        Random random = new Random(5);
        ProfileReader reader = reader();
        List<byte[]> envelopes = List.of(openssl.sign(CONTENT, "rsa"), openssl.sign(CONTENT, "ec", "-stream"));
        for (int round = 0; round < 2_000; round++) {
            byte[] broken = envelopes.get(round % 2).clone();
            for (int count = random.nextInt(4); count >= 0; count--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            try {
                reader.read(broken);
            } catch (ProfileException | PlistException expected) {
                assertThat(expected.getMessage()).isNotBlank().doesNotContain("\n");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a080", "3080", "2480", "3180"})
    void refusesDeepNesting(String level) {
        byte[] deep = filled(80_000, level);
        assertThatExceptionOfType(CmsMalformedException.class).isThrownBy(() -> reader().read(deep));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8000", "3000", "020100", "0000", "a080", "040100"})
    void refusesMoreElementsThanAnySignerWritesBeforeAnythingIsMadeOfThem(String element) {
        byte[] many = filled(8_000_000, element);
        assertThatExceptionOfType(TooLargeException.class).isThrownBy(() -> reader().read(many));
    }

    @Test
    void opensAnEnvelopeAsLargeAsTheCap() {
        byte[] content = new byte[8_000_000];
        Arrays.fill(content, (byte) 'x');
        assertThat(open(openssl.sign(content, "rsa", "-stream")).content().size())
                .isEqualTo(content.length);
    }

    @Test
    void refusesAnEnvelopeAboveTheCapUnopened() {
        byte[] large = filled(8 * 1024 * 1024 + 1, "00");
        assertThatExceptionOfType(TooLargeException.class)
                .isThrownBy(() -> new ProfileReader(envelope -> {
                            throw new AssertionError("opened");
                        })
                        .read(large));
    }

    @Test
    void refusesMoreSignersThanAnyRealFileHas() {
        List<String> options = new ArrayList<>();
        for (int number = 0; number < 16; number++) {
            openssl.run(
                    "req", "-x509", "-subj", "/CN=" + number, "-days", "30", "-key", "ec.key", "-out", number + ".pem");
            options.addAll(List.of("-signer", number + ".pem", "-inkey", "ec.key"));
        }
        byte[] envelope = openssl.sign(CONTENT, "rsa", options.toArray(String[]::new));
        byte[] fewer =
                openssl.sign(CONTENT, "rsa", options.subList(4, options.size()).toArray(String[]::new));
        assertThatExceptionOfType(CmsUnsupportedException.class).isThrownBy(() -> open(envelope));
        assertThat(open(fewer).signers()).hasSize(16);
    }

    /** The beginning of a SignedData in indefinite form, then one element over and over. */
    private static byte[] filled(int size, String element) {
        byte[] head = HexFormat.of().parseHex("308006092a864886f70d010702");
        byte[] more = HexFormat.of().parseHex(element);
        byte[] filled = Arrays.copyOf(head, size);
        for (int at = head.length; at < size; at++) {
            filled[at] = more[(at - head.length) % more.length];
        }
        return filled;
    }

    private static void issued(String name, String authority, String constraint) {
        openssl.write(
                "extensions", ("basicConstraints=critical," + constraint + "\n").getBytes(StandardCharsets.US_ASCII));
        openssl.run(
                "req",
                "-new",
                "-nodes",
                "-newkey",
                "rsa:2048",
                "-subj",
                "/CN=" + name,
                "-keyout",
                name + ".key",
                "-out",
                "request");
        openssl.run(
                "x509",
                "-req",
                "-in",
                "request",
                "-CA",
                authority + ".pem",
                "-CAkey",
                authority + ".key",
                "-set_serial",
                "9",
                "-days",
                "30",
                "-extfile",
                "extensions",
                "-out",
                name + ".pem");
    }

    private static X509Certificate certificate(String name) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(openssl.read(name + ".pem")));
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Opened open(byte[] envelope) {
        return opener(Duration.ZERO, List.of()).open(envelope);
    }

    private static CmsOpener opener(Duration later, List<X509Certificate> trusted) {
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        return new CmsOpener(clock, () -> trusted);
    }

    private static ProfileReader reader() {
        return new ProfileReader(opener(Duration.ZERO, List.of()));
    }

    private static List<String> codes(Opened opened) {
        return opened.warnings().stream().map(ProfileWarning::code).toList();
    }

    /** The envelope with one byte of its content changed. */
    private static byte[] changed(byte[] envelope, byte[] content) {
        byte[] changed = envelope.clone();
        String text = new String(envelope, StandardCharsets.ISO_8859_1);
        changed[text.indexOf(new String(content, StandardCharsets.ISO_8859_1)) + 4] ^= 1;
        return changed;
    }

    /** The envelope whose signature, of 256 bytes at its end, lost two of them to an empty set of attributes. */
    private static byte[] shortened(byte[] envelope) {
        byte[] shortened = envelope.clone();
        shortened[envelope.length - 258] = 0;
        shortened[envelope.length - 257] = (byte) 254;
        shortened[envelope.length - 2] = (byte) 0xa1;
        shortened[envelope.length - 1] = 0;
        return shortened;
    }

    /** The envelope whose signature, a sequence of two numbers at its end, became a set. */
    private static byte[] formless(byte[] envelope) {
        byte[] formless = envelope.clone();
        int at = formless.length - 72;
        while (formless[at] != 0x30 || formless[at - 1] != formless.length - at) {
            at++;
        }
        formless[at] = 0x31;
        return formless;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }
}
