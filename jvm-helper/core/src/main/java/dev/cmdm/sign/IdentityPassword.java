// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.secret.SecretSource;
import dev.cmdm.secret.Secrets;
import java.nio.file.Path;
import java.util.Optional;

/** The password of an encrypted key; read from its source only when there is something to decrypt. */
final class IdentityPassword {
    private final Secrets secrets;
    private final Optional<SecretSource> source;

    IdentityPassword(Secrets secrets, Optional<SecretSource> source) {
        this.secrets = secrets;
        this.source = source;
    }

    /**
     * The password.
     *
     * @param file what it is for
     * @throws IdentityPasswordException when none was given
     */
    char[] get(Path file) {
        return find().orElseThrow(() -> new IdentityPasswordException(
                file, "the private key is encrypted and no password is given; say where it comes from (--password)"));
    }

    /** The password; nothing when none was given. */
    Optional<char[]> find() {
        return source.map(from -> secrets.read(from).expose().toCharArray());
    }

    /** What is wrong when decryption fails. */
    IdentityPasswordException wrong(Path file) {
        return source.map(from -> new IdentityPasswordException(
                        file, "the password from " + from + " does not open the private key; give the right one"))
                .orElseGet(() -> new IdentityPasswordException(
                        file, "the file is encrypted and no password is given; say where it comes from (--password)"));
    }
}
