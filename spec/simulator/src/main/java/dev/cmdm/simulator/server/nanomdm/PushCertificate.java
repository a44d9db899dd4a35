// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * A stored push certificate.
 *
 * @param topic the UID of its subject
 * @param notAfter its end
 */
record PushCertificate(String topic, Instant notAfter) {

    /**
     * Reads a certificate and its key.
     *
     * @param pem both in PEM, in either order
     * @throws StorageException if they are not a pair of RSA keys, or no push certificate
     */
    static PushCertificate read(byte[] pem) throws StorageException {
        try {
            var parts = parts(new String(pem, StandardCharsets.UTF_8).replace("----------", "-----\n-----"));
            var certificate = find(parts, X509Certificate.class)
                    .orElseThrow(() -> new StorageException("tls: failed to find any PEM data in certificate input"));
            var key = find(parts, RSAKey.class)
                    .orElseThrow(() -> new StorageException("tls: failed to find any PEM data in key input"));
            if (!(certificate.getPublicKey() instanceof RSAKey open)
                    || !open.getModulus().equals(key.getModulus())) {
                throw new StorageException("tls: private key does not match public key");
            }
            return new PushCertificate(
                    topicOf(certificate), certificate.getNotAfter().toInstant());
        } catch (IOException | CertificateException e) {
            throw new StorageException("tls: failed to parse PEM: " + e.getMessage());
        }
    }

    private static List<Object> parts(String pem) throws IOException, CertificateException {
        var parts = new ArrayList<Object>();
        try (var parser = new PEMParser(new StringReader(pem))) {
            for (var part = parser.readObject(); part != null; part = parser.readObject()) {
                parts.add(part(part));
            }
        }
        return parts;
    }

    private static Object part(Object part) throws IOException, CertificateException {
        if (part instanceof X509CertificateHolder holder) {
            return new JcaX509CertificateConverter().getCertificate(holder);
        }
        if (part instanceof PEMKeyPair pair) {
            return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
        }
        return part instanceof PrivateKeyInfo info ? new JcaPEMKeyConverter().getPrivateKey(info) : part;
    }

    private static <T> Optional<T> find(List<Object> parts, Class<T> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static String topicOf(X509Certificate certificate) throws StorageException {
        var subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var uids = subject.getRDNs(BCStyle.UID);
        if (uids.length == 0) {
            throw new StorageException("no topic found in Subject UID OID");
        }
        return IETFUtils.valueToString(uids[0].getFirst().getValue());
    }
}
