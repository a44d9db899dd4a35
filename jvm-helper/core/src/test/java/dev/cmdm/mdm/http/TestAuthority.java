// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority made for one test, and a server certificate from it. */
record TestAuthority(SSLContext server, SSLContext client) {
    private static final char[] NO_PASSWORD = new char[0];
    private static final X500Name AUTHORITY = new X500Name("CN=Test authority");

    static TestAuthority of(String address, Instant until) throws Exception {
        KeyPair authority = key();
        KeyPair server = key();
        X509Certificate root =
                certificate(AUTHORITY, authority, authority, Instant.now().plusSeconds(3600), "");
        X509Certificate leaf = certificate(new X500Name("CN=Test server"), server, authority, until, address);
        return new TestAuthority(serving(server, leaf, root), trusting(root));
    }

    private static SSLContext serving(KeyPair key, Certificate... chain) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key.getPrivate(), NO_PASSWORD, chain);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext trusting(X509Certificate root) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("root", root);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyPair key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            X500Name subject, KeyPair key, KeyPair issuer, Instant until, String address) throws Exception {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                AUTHORITY,
                BigInteger.valueOf(address.isEmpty() ? 1 : 2),
                Date.from(Instant.now().minusSeconds(7200)),
                Date.from(until),
                subject,
                key.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(address.isEmpty()));
        if (!address.isEmpty()) {
            GeneralName name = new GeneralName(GeneralName.iPAddress, address);
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    }
}
