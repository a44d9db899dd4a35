// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.secret.SecretSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the key and the certificate come from that profiles are signed with. */
public sealed interface IdentitySource {
    /**
     * When they are in files.
     *
     * @param file PKCS#12, or PEM with the certificate, and with the key unless that has a file of its own
     * @param key the private key in PEM, as PKCS#8 or in the traditional form of RSA and EC, encrypted or not
     * @param chain certificates, PEM or DER, that lead from the signer's to one that Macs know
     * @param password of the PKCS#12 file or of the encrypted key
     */
    record Files(Path file, Optional<Path> key, List<Path> chain, Optional<SecretSource> password)
            implements IdentitySource {
        public Files {
            chain = List.copyOf(chain);
        }
    }

    /** When a keychain of this Mac holds them; the name is the certificate's common name. (Apple, security(1).) */
    record Keychain(String name) implements IdentitySource {}
}
