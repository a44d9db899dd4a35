// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.LinkException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The key and the certificates by which this machine shows itself.
 *
 * @param key the private key
 * @param chain its own certificate first
 */
record ClientKey(PrivateKey key, List<X509Certificate> chain) {
    private static final Set<PosixFilePermission> OF_OTHERS = Set.copyOf(PosixFilePermissions.fromString("---rwxrwx"));

    ClientKey {
        chain = List.copyOf(chain);
    }

    /**
     * Reads PKCS#12 or PEM.
     *
     * @throws LinkException when the file holds no key that can be used
     */
    static ClientKey read(Link.Identity identity) {
        requireGuarded(identity.file());
        PemText text = PemText.read(identity.file());
        return text.isPem() ? pem(text, identity) : pkcs12(text.bytes(), identity);
    }

    private static ClientKey pem(PemText text, Link.Identity identity) {
        List<PemText.Block> keys = text.blocks("PRIVATE KEY");
        if (keys.size() != 1) {
            throw new LinkException(identity.file() + " holds " + keys.size()
                    + " private keys in PEM; it must hold one, beside its certificate");
        }
        return new ClientKey(PemKey.open(keys.get(0), identity), text.certificates());
    }

    private static ClientKey pkcs12(byte[] bytes, Link.Identity identity) {
        char[] password = identity.password()
                .map(source -> source.get().expose().toCharArray())
                .orElseGet(() -> new char[0]);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key) {
                    return new ClientKey(key, certificates(store.getCertificateChain(alias)));
                }
            }
            throw new LinkException(identity.file() + " holds no private key; export key and certificate together");
        } catch (IOException | GeneralSecurityException e) {
            throw new LinkException(identity.file() + " cannot be opened; is it PKCS#12 or PEM, and is "
                    + "mdm.client_identity_password the right one?");
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static List<X509Certificate> certificates(Certificate... chain) {
        return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    }

    private static void requireGuarded(Path file) {
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
            if (mode.stream().anyMatch(OF_OTHERS::contains)) {
                throw new LinkException(file + " has mode " + PosixFilePermissions.toString(mode)
                        + ", open to others than its owner; chmod it to 0600");
            }
        } catch (IOException | UnsupportedOperationException e) {
            // Reading it says what is wrong, and in words.
            return;
        }
    }
}
