// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * Private keys and certificates in PEM: keys as PKCS#8 and in the traditional form of OpenSSL, each encrypted or
 * not. (RFC 7468.) What else such a file holds, curve parameters or public keys, is passed over.
 */
final class PemFile {
    private static final Map<ASN1ObjectIdentifier, String> KINDS = Map.of(
            PKCSObjectIdentifiers.rsaEncryption, "RSA",
            PKCSObjectIdentifiers.id_RSASSA_PSS, "RSASSA-PSS",
            X9ObjectIdentifiers.id_ecPublicKey, "EC");

    private final IdentityFile file;
    private final List<X509Certificate> certificates = new ArrayList<>();
    private final List<Object> keys = new ArrayList<>();

    private PemFile(IdentityFile file) {
        this.file = file;
    }

    /** What a file holds; keys are not decrypted yet. */
    static PemFile parse(IdentityFile file) {
        PemFile parsed = new PemFile(file);
        String text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                parsed.take(found);
            }
            return parsed;
        } catch (IOException | CertificateException | IllegalArgumentException e) {
            throw parsed.broken();
        }
    }

    private void take(Object found) throws CertificateException {
        if (found instanceof X509CertificateHolder holder) {
            certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
        } else if (found instanceof PEMKeyPair
                || found instanceof PEMEncryptedKeyPair
                || found instanceof PrivateKeyInfo
                || found instanceof PKCS8EncryptedPrivateKeyInfo) {
            keys.add(found);
        }
    }

    /** Certificates in the file's order. */
    List<X509Certificate> certificates() {
        return certificates;
    }

    /** Whether it holds a key that anybody who reads the file can use. */
    boolean unprotected() {
        return keys.stream().anyMatch(key -> key instanceof PEMKeyPair || key instanceof PrivateKeyInfo);
    }

    /** The private key. */
    PrivateKey key(IdentityPassword password) {
        if (keys.isEmpty()) {
            throw new IdentityKeyMissingException(
                    file.path(), "the file holds no private key; name the one that does (--key)");
        } else if (keys.size() > 1) {
            throw new IdentityAmbiguousException(
                    file.path(), "the file holds " + keys.size() + " private keys; leave the one to sign with");
        }
        return privateKey(info(keys.get(0), password));
    }

    private PrivateKeyInfo info(Object key, IdentityPassword password) {
        if (key instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        } else if (key instanceof PrivateKeyInfo info) {
            return info;
        }
        char[] secret = password.get(file.path());
        try {
            return key instanceof PEMEncryptedKeyPair locked
                    ? locked.decryptKeyPair(new BcPEMDecryptorProvider(octets(secret)))
                            .getPrivateKeyInfo()
                    : new EncryptedKey(((PKCS8EncryptedPrivateKeyInfo) key).toASN1Structure()).open(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IdentityUnsupportedException(
                    file.path(), "the private key is encrypted in a way that is unknown here; encrypt it with AES-256");
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // A wrong password gives wrong bytes, which break wherever they are first looked at.
            throw password.wrong(file.path());
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /** One character for each byte, which is what the provider makes of them; openssl takes the bytes of UTF-8. */
    private static char[] octets(char[] secret) {
        byte[] bytes = new String(secret).getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.ISO_8859_1).toCharArray();
    }

    private PrivateKey privateKey(PrivateKeyInfo info) {
        String kind = KINDS.getOrDefault(info.getPrivateKeyAlgorithm().getAlgorithm(), "");
        try {
            return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IdentityUnsupportedException(
                    file.path(), "the private key is broken or of a kind unknown here; use RSA or a NIST curve");
        }
    }

    private IdentityUnreadableException broken() {
        return new IdentityUnreadableException(
                file.path(), "a key or certificate in the file is broken; export the identity again");
    }
}
