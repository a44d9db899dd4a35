// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.identity;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/** Issues the certificates by which a server knows its Macs, as the server's SCEP service would. */
public final class CertificateAuthority {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);

    private final String organization;
    private final X500Name name;
    private final KeyPair keys;
    private final Clock clock;
    private final SecureRandom random;
    private final X509Certificate certificate;
    private final AtomicLong lastSerial = new AtomicLong(1);

    private CertificateAuthority(String organization, Clock clock, SecureRandom random) {
        this.organization = organization;
        this.name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, organization)
                .addRDN(BCStyle.OU, organization.toUpperCase(Locale.ROOT) + " SCEP CA")
                .build();
        this.clock = clock;
        this.random = random;
        this.keys = Keys.generate(random);
        this.certificate = selfSigned();
    }

    /** A new authority with a key of its own. */
    public static CertificateAuthority create(String organization, Clock clock, SecureRandom random) {
        return new CertificateAuthority(organization, clock, random);
    }

    /** The authority's own, self-signed certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** A fresh key with a certificate for it, valid for a year. */
    public DeviceIdentity issue(String commonName) {
        var subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, organization)
                .addRDN(BCStyle.CN, commonName)
                .build();
        var deviceKeys = Keys.generate(random);
        return new DeviceIdentity(deviceKeys.getPrivate(), deviceCertificate(subject, deviceKeys.getPublic()));
    }

    private X509Certificate deviceCertificate(X500Name subject, PublicKey key) {
        try {
            var builder = builder(BigInteger.valueOf(lastSerial.incrementAndGet()), YEAR, subject, key)
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
            return sign(builder);
        } catch (CertIOException e) {
            throw new IllegalStateException("an extension made here cannot be encoded", e);
        }
    }

    private X509Certificate selfSigned() {
        try {
            var usage = new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign | KeyUsage.cRLSign);
            var builder = builder(BigInteger.ONE, AUTHORITY_LIFE, name, keys.getPublic())
                    .addExtension(Extension.keyUsage, true, usage)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            return sign(builder);
        } catch (CertIOException e) {
            throw new IllegalStateException("an extension made here cannot be encoded", e);
        }
    }

    private X509v3CertificateBuilder builder(BigInteger serial, Duration life, X500Name subject, PublicKey key) {
        var now = clock.instant();
        return new JcaX509v3CertificateBuilder(
                name, serial, Date.from(now.minus(CLOCK_SKEW)), Date.from(now.plus(life)), subject, key);
    }

    private X509Certificate sign(X509v3CertificateBuilder builder) {
        try {
            return new JcaX509CertificateConverter().getCertificate(builder.build(Keys.signer(keys.getPrivate())));
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate made here cannot be read", e);
        }
    }
}
