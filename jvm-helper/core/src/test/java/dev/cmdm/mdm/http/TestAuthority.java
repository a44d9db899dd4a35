// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
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

/**
 * An authority made for one test, a server certificate from it, and one for whoever calls.
 *
 * @param server a server's side, which wants whoever calls to show a certificate of this authority if it wants one
 * @param client the side of whoever calls and trusts this authority
 * @param root the authority's certificate
 * @param own the key and certificate of whoever calls
 */
record TestAuthority(SSLContext server, SSLContext client, X509Certificate root, Own own) {
    private static final char[] NO_PASSWORD = new char[0];
    private static final X500Name AUTHORITY = new X500Name("CN=Test authority");

    record Own(PrivateKey key, X509Certificate certificate) {
        void storeTo(Path file, char[] password) throws Exception {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", key, password, new Certificate[] {certificate});
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, password);
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                + label + "-----\n";
    }

    static TestAuthority of(String address, Instant until) throws Exception {
        KeyPair authority = key();
        KeyPair server = key();
        X509Certificate root =
                certificate(AUTHORITY, authority, authority, Instant.now().plusSeconds(3600), "");
        X509Certificate leaf = certificate(new X500Name("CN=Test server"), server, authority, until, address);
        KeyPair own = key();
        X509Certificate shown = certificate(
                new X500Name("CN=Test caller"), own, authority, Instant.now().plusSeconds(3600), "127.0.0.9");
        return new TestAuthority(serving(server, leaf, root), trusting(root), root, new Own(own.getPrivate(), shown));
    }

    private static SSLContext serving(KeyPair key, Certificate... chain) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key.getPrivate(), NO_PASSWORD, chain);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust((X509Certificate) chain[1]).getTrustManagers(), null);
        return context;
    }

    private static SSLContext trusting(X509Certificate root) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust(root).getTrustManagers(), null);
        return context;
    }

    private static TrustManagerFactory trust(X509Certificate root) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("root", root);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust;
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
            int kind = Character.isDigit(address.charAt(0)) ? GeneralName.iPAddress : GeneralName.dNSName;
            GeneralName name = new GeneralName(kind, address);
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    }
}
