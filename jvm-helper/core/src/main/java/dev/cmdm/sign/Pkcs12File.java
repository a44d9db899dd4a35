// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** An identity in a PKCS#12 file, as Keychain Access and openssl export it. (RFC 7292.) */
final class Pkcs12File {
    private static final char[] EMPTY = {};

    private final IdentityFile file;
    private final IdentityPassword password;

    Pkcs12File(IdentityFile file, IdentityPassword password) {
        this.file = file;
        this.password = password;
    }

    KeyMaterial read() {
        char[] secret = password.find().orElse(EMPTY);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file.bytes()), secret);
            String alias = alias(store);
            return new KeyMaterial((PrivateKey) store.getKey(alias, secret), certificates(store, alias));
        } catch (UnrecoverableKeyException e) {
            throw password.wrong(file.path());
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw password.wrong(file.path());
            }
            throw new IdentityUnreadableException(
                    file.path(), "the file is neither PKCS#12 nor PEM, or broken; export the identity again");
        } catch (GeneralSecurityException e) {
            throw new IdentityUnsupportedException(
                    file.path(), "the file is encrypted in a way that is unknown here; export it with AES-256");
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private String alias(KeyStore store) throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.entryInstanceOf(alias, KeyStore.PrivateKeyEntry.class)) {
                keys.add(alias);
            }
        }
        if (keys.isEmpty()) {
            throw new IdentityKeyMissingException(
                    file.path(), "the file holds no private key with its certificate; export both together");
        } else if (keys.size() > 1) {
            throw new IdentityAmbiguousException(
                    file.path(), "the file holds " + keys.size() + " private keys; export the one to sign with");
        }
        return keys.get(0);
    }

    private static List<X509Certificate> certificates(KeyStore store, String alias) throws GeneralSecurityException {
        Certificate[] chain = store.getCertificateChain(alias);
        return chain == null
                ? List.of()
                : Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    }
}
