// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cmdm.plist.PlistException;
import dev.cmdm.plist.TooLargeException;
import dev.cmdm.profile.ProfileException;
import dev.cmdm.profile.ProfileReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Envelopes that are broken, or made to cost time and memory. */
class HostileEnvelopeTest extends EnvelopeTestBase {
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

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }
}
