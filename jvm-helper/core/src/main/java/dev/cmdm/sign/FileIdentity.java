// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.plist.Place;
import dev.cmdm.profile.ProfileWarning;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes an identity of files. */
final class FileIdentity {
    private final IdentitySource.Files source;
    private final IdentityPassword password;
    private final Clock clock;
    private final List<ProfileWarning> warnings = new ArrayList<>();

    FileIdentity(IdentitySource.Files source, IdentityPassword password, Clock clock) {
        this.source = source;
        this.password = password;
        this.clock = clock;
    }

    SigningIdentity open() {
        KeyMaterial material = material();
        if (material.certificates().isEmpty()) {
            throw new IdentityCertificateMissingException(
                    source.file(), "the file holds no certificate; name the one that does (--identity)");
        }
        Set<X509Certificate> all = new LinkedHashSet<>(List.of(signer(material)));
        all.addAll(material.certificates());
        source.chain().forEach(file -> all.addAll(certificates(IdentityFile.read(file))));
        return new KeyIdentity(new KeyMaterial(material.key(), List.copyOf(all)), clock, warnings);
    }

    private KeyMaterial material() {
        IdentityFile file = IdentityFile.read(source.file());
        if (source.key().isPresent()) {
            return new KeyMaterial(key(IdentityFile.read(source.key().orElseThrow())), certificates(file));
        }
        return file.pem() ? new KeyMaterial(key(file), certificates(file)) : new Pkcs12File(file, password).read();
    }

    private PrivateKey key(IdentityFile file) {
        if (!file.pem()) {
            throw new IdentityUnreadableException(
                    file.path(), "the key is no PEM text; give it in PEM, or key and certificate as PKCS#12");
        }
        PemFile pem = PemFile.parse(file);
        PrivateKey key = pem.key(password);
        if (pem.unprotected() && file.exposed()) {
            warnings.add(new ProfileWarning(
                    "exposed-key",
                    "the private key is not encrypted and others may read its file; chmod it to 0600",
                    Place.TOP));
        }
        return key;
    }

    private static List<X509Certificate> certificates(IdentityFile file) {
        if (file.pem()) {
            return PemFile.parse(file).certificates();
        }
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(file.bytes()))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new IdentityUnreadableException(file.path(), "the file holds no certificate in PEM or DER");
        }
    }

    private X509Certificate signer(KeyMaterial material) {
        X509Certificate signer = material.certificates().stream()
                .filter(certificate -> belongs(certificate, material.key()))
                .findFirst()
                .orElseThrow(() -> new IdentityMismatchException(
                        source.file(), "no certificate belongs to the private key; give the pair that does"));
        if (!SignerKeys.supports(signer.getPublicKey())) {
            throw unsupported();
        }
        return signer;
    }

    private boolean belongs(X509Certificate certificate, PrivateKey key) {
        try {
            return KeySignature.match(key, certificate.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw unsupported();
        }
    }

    private IdentityUnsupportedException unsupported() {
        return new IdentityUnsupportedException(
                source.key().orElse(source.file()),
                "the key cannot sign with SHA-256 here; use an RSA key or one on a NIST curve");
    }
}
