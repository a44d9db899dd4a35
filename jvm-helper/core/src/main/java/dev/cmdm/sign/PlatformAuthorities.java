// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The certificate authorities that this Java knows, read when they are first asked for. */
final class PlatformAuthorities implements Supplier<List<X509Certificate>> {
    private @Nullable List<X509Certificate> known;

    @Override
    public synchronized List<X509Certificate> get() {
        List<X509Certificate> authorities = known;
        if (authorities == null) {
            authorities = read();
            known = authorities;
        }
        return authorities;
    }

    /** None when this Java has no list that can be read: then every signer is unknown, which is a warning. */
    private static List<X509Certificate> read() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                    .toList();
        } catch (GeneralSecurityException e) {
            return List.of();
        }
    }
}
