// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.EntityDeclarationException;
import dev.cmdm.plist.NotAPropertyListException;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileReader;
import dev.cmdm.profile.ProfileWarning;
import dev.cmdm.profile.ReadProfile;
import dev.cmdm.profile.Signer;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles in envelopes, from bytes to fingerprint. */
class SignedProfileTest {
    static final byte[] PROFILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <plist version="1.0"><dict>
            <key>PayloadIdentifier</key><string>com.example.dock</string>
            <key>PayloadType</key><string>Configuration</string>
            <key>PayloadUUID</key><string>11111111-1111-4111-8111-111111111111</string>
            <key>PayloadVersion</key><integer>1</integer>
            <key>PayloadScope</key><string>System</string>
            <key>PayloadContent</key><array><dict>
            <key>PayloadIdentifier</key><string>com.example.dock.settings</string>
            <key>PayloadType</key><string>com.apple.dock</string>
            <key>PayloadUUID</key><string>22222222-2222-4222-8222-222222222222</string>
            <key>PayloadVersion</key><integer>1</integer>
            <key>tilesize</key><integer>48</integer>
            </dict></array></dict></plist>
            """.getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    private static Openssl openssl;

    private final ProfileReader reader = new ProfileReader(new CmsOpener(Clock.systemUTC(), List::of));

    @BeforeAll
    static void makeSigner() {
        openssl = new Openssl(folder);
        openssl.signer("signer", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
    }

    @Test
    void haveTheFingerprintOfTheProfileWithinInEitherForm() {
        Fingerprint unsigned = Fingerprint.of(reader.read(PROFILE).profile());
        for (byte[] envelope :
                List.of(openssl.sign(PROFILE, "signer"), openssl.sign(PROFILE, "signer", "-stream", "-md", "sha1"))) {
            ReadProfile read = reader.read(envelope);
            assertThat(Fingerprint.of(read.profile())).isEqualTo(unsigned);
            assertThat(read.original()).isEqualTo(new Bytes(envelope));
            assertThat(read.signers()).extracting(Signer::subject).containsExactly("O=Example,CN=signer");
        }
    }

    @Test
    void areMadeOfUnsignedOnesByteForByteAndNeverSignedAgain() {
        ProfileSigner signer = new ProfileSigner(reader, identity(content -> openssl.sign(content, "signer")));
        SigningOutcome.Signed signed = (SigningOutcome.Signed) signer.sign(PROFILE);
        assertThat(openssl.verify(signed.envelope().toArray(), "signer.pem")).isEqualTo(PROFILE);
        for (byte[] envelope :
                List.of(signed.envelope().toArray(), openssl.sign(PROFILE, "signer", "-stream", "-md", "sha1"))) {
            assertThat(signer.sign(envelope))
                    .isInstanceOfSatisfying(
                            SigningOutcome.AlreadySigned.class,
                            already -> assertThat(already.signers())
                                    .extracting(Signer::subject)
                                    .containsExactly("O=Example,CN=signer"));
        }
    }

    @Test
    void areMadeOfProfilesOnly() {
        ProfileSigner signer = new ProfileSigner(reader, identity(content -> {
            throw new AssertionError("signed");
        }));
        byte[] encrypted = openssl.convert(PROFILE, "cms", "-encrypt", "-binary", "-outform", "DER", "signer.pem");
        assertThatExceptionOfType(NotAPropertyListException.class).isThrownBy(() -> signer.sign(new byte[10]));
        assertThatExceptionOfType(CmsEncryptedException.class).isThrownBy(() -> signer.sign(encrypted));
    }

    private static SigningIdentity identity(UnaryOperator<byte[]> sign) {
        return new SigningIdentity() {
            @Override
            public byte[] sign(byte[] content) {
                return sign.apply(content);
            }

            @Override
            public String signer() {
                throw new AssertionError("nobody asks who signs");
            }

            @Override
            public List<ProfileWarning> warnings() {
                return List.of();
            }
        };
    }

    @Test
    void areGuardedLikeUnsignedOnes() {
        byte[] entity = new String(PROFILE, StandardCharsets.UTF_8)
                .replace("<plist", "<!DOCTYPE plist [<!ENTITY x \"y\">]><plist")
                .getBytes(StandardCharsets.UTF_8);
        byte[] envelope = openssl.sign(entity, "signer");
        assertThatExceptionOfType(EntityDeclarationException.class).isThrownBy(() -> reader.read(envelope));
    }

    /** Reads in a class loader that has the helper's classes and no Bouncy Castle. */
    @Test
    void needBouncyCastleWhereUnsignedOnesDoNot() throws ReflectiveOperationException, IOException {
        URL classes = Path.of("target/classes").toUri().toURL();
        try (URLClassLoader bare = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Class<?> opener = bare.loadClass(CmsOpener.class.getName());
            Object made = opener.getConstructor(Clock.class, Supplier.class)
                    .newInstance(Clock.systemUTC(), (Supplier<?>) List::of);
            Class<?> readers = bare.loadClass(ProfileReader.class.getName());
            Object bareReader = readers.getConstructors()[0].newInstance(made);
            Object read = readers.getMethod("read", byte[].class).invoke(bareReader, (Object) PROFILE);
            assertThat(read.getClass().getMethod("signed").invoke(read)).isEqualTo(false);
            assertThatExceptionOfType(InvocationTargetException.class)
                    .isThrownBy(() -> readers.getMethod("read", byte[].class)
                            .invoke(bareReader, (Object) openssl.sign(PROFILE, "signer")))
                    .havingCause()
                    .isInstanceOf(NoClassDefFoundError.class)
                    .withMessageContaining("bouncycastle");
        }
    }
}
