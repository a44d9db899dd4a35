// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.LinkException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whom a server must be vouched for by, and how this machine shows itself. Authorities of one's own count beside the
 * platform's and not instead of them: the server that gives tokens often has a public certificate where the MDM has
 * one of a private authority.
 */
final class Tls {
    private Tls() {}

    /** Whether a link adds anything to the platform's own context. */
    static boolean isOwn(Link link) {
        return link.authorities().isPresent() || link.identity().isPresent();
    }

    /**
     * The context of a link; the platform's own when the link adds nothing to it.
     *
     * @throws LinkException when a file that is named cannot be used
     */
    static SSLContext context(Link link) {
        try {
            if (!isOwn(link)) {
                return SSLContext.getDefault();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(link.identity()), trust(link.authorities()), null);
            return context;
        } catch (NoSuchAlgorithmException e) {
            throw new LinkException(
                    "this Java has no TLS; a javax.net.ssl setting may name a store that cannot be read");
        } catch (GeneralSecurityException | IOException e) {
            throw new LinkException("the certificates for the connection to the MDM cannot be used by this Java ("
                    + e.getClass().getSimpleName() + "); check mdm.ca and mdm.client_identity");
        }
    }

    private static TrustManager[] trust(Optional<Path> authorities) throws GeneralSecurityException, IOException {
        if (authorities.isEmpty()) {
            return platform().getTrustManagers();
        }
        KeyStore store = empty();
        for (TrustManager manager : platform().getTrustManagers()) {
            if (manager instanceof X509TrustManager known) {
                add(store, "platform-", List.of(known.getAcceptedIssuers()));
            }
        }
        add(store, "own-", PemText.read(authorities.orElseThrow()).certificates());
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static TrustManagerFactory platform() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return factory;
    }

    private static KeyManager[] keys(Optional<Link.Identity> identity) throws GeneralSecurityException, IOException {
        if (identity.isEmpty()) {
            return new KeyManager[0];
        }
        char[] none = {};
        KeyStore store = empty();
        ClientKey key = ClientKey.read(identity.orElseThrow());
        store.setKeyEntry("own", key.key(), none, key.chain().toArray(new X509Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, none);
        return factory.getKeyManagers();
    }

    private static void add(KeyStore store, String name, List<X509Certificate> certificates)
            throws GeneralSecurityException {
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry(name + i, certificates.get(i));
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
