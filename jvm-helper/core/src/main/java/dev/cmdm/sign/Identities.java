// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import dev.cmdm.process.ProcessRunner;
import dev.cmdm.secret.Secrets;
import java.nio.file.Path;
import java.time.Clock;

/** Opens the identities that profiles are signed with. */
public final class Identities {
    private final Clock clock;
    private final Secrets secrets;
    private final ProcessRunner runner;
    private final Path macRoot;

    /**
     * Identities of this machine.
     *
     * @param clock tells the moment of signing, and whether a certificate has expired
     * @param secrets reads passwords of keys
     * @param runner runs Apple's {@code security}
     * @param macRoot the folder below which Apple's tools lie: {@code /}
     */
    public Identities(Clock clock, Secrets secrets, ProcessRunner runner, Path macRoot) {
        this.clock = clock;
        this.secrets = secrets;
        this.runner = runner;
        this.macRoot = macRoot;
    }

    /**
     * An identity that can sign. One in a keychain is looked for only when it first signs.
     *
     * @throws IdentityException when its files do not make one
     * @throws dev.cmdm.secret.SecretException when the password cannot be had
     */
    public SigningIdentity open(IdentitySource source) {
        if (source instanceof IdentitySource.Keychain keychain) {
            return new KeychainIdentity(keychain.name(), runner, macRoot.resolve("usr/bin/security"), clock);
        }
        IdentitySource.Files files = (IdentitySource.Files) source;
        return new FileIdentity(files, new IdentityPassword(secrets, files.password()), clock).open();
    }
}
