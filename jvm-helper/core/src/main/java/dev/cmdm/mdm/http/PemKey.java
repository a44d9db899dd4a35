// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.LinkException;
import dev.cmdm.secret.Secret;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A private key in PKCS#8, encrypted or not. (RFC 5958.) */
final class PemKey {
    private static final List<String> KINDS = List.of("RSA", "EC", "Ed25519");

    private PemKey() {}

    /**
     * The key of a block.
     *
     * @throws LinkException when it is in another form, or the password does not open it
     */
    static PrivateKey open(PemText.Block block, Link.Identity identity) {
        return switch (block.label()) {
            case "PRIVATE KEY" -> key(new PKCS8EncodedKeySpec(block.content().toArray()), identity);
            case "ENCRYPTED PRIVATE KEY" -> key(decrypt(block.content().toArray(), identity), identity);
            default ->
                throw new LinkException(identity.file() + " holds its key as " + block.label()
                        + "; convert it with: openssl pkcs8 -topk8");
        };
    }

    private static PKCS8EncodedKeySpec decrypt(byte[] content, Link.Identity identity) {
        Secret password = identity.password()
                .orElseThrow(() -> new LinkException(identity.file()
                        + " holds an encrypted key; say where its password comes from in mdm.client_identity_password"))
                .get();
        PBEKeySpec spec = new PBEKeySpec(password.expose().toCharArray());
        try {
            EncryptedPrivateKeyInfo locked = new EncryptedPrivateKeyInfo(content);
            // The parameters name the algorithm whole; its own name is only that of the family.
            String algorithm = locked.getAlgParameters().toString();
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(spec),
                    locked.getAlgParameters());
            return locked.getKeySpec(cipher);
        } catch (IOException | GeneralSecurityException e) {
            throw new LinkException(
                    identity.file() + " holds a key that mdm.client_identity_password does not open;"
                            + " is it the right one, and is the key encrypted with AES (openssl pkcs8 -topk8 -v2 aes-256-cbc)?");
        } finally {
            spec.clearPassword();
        }
    }

    private static PrivateKey key(PKCS8EncodedKeySpec spec, Link.Identity identity) {
        return KINDS.stream()
                .map(kind -> find(kind, spec))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new LinkException(
                        identity.file() + " holds a key that is broken or of a kind unknown here; use RSA or EC"));
    }

    private static Optional<PrivateKey> find(String kind, PKCS8EncodedKeySpec spec) {
        try {
            return Optional.of(KeyFactory.getInstance(kind).generatePrivate(spec));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
