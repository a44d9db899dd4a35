// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key and the certificates beside it.
 *
 * @param key the key
 * @param certificates in the order of their files, the signer's anywhere among them
 */
record KeyMaterial(PrivateKey key, List<X509Certificate> certificates) {
    KeyMaterial {
        certificates = List.copyOf(certificates);
    }
}
