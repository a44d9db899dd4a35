// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.config.Setting;
import dev.cmdm.config.Settings;
import dev.cmdm.profile.ProfileWarning;
import dev.cmdm.secret.SecretSource;
import dev.cmdm.sign.IdentitySource;
import dev.cmdm.sign.SigningIdentity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who signs what is sent, by the settings. The key is read only when something is signed, or somebody
 * asks whose it is: a run that changes nothing needs neither key nor password.
 */
final class DeliverySigning implements SigningIdentity {
    private static final String KEYCHAIN = "keychain:";

    private final Host host;
    private final IdentitySource source;
    private @Nullable SigningIdentity opened;

    private DeliverySigning(Host host, IdentitySource source) {
        this.host = host;
        this.source = source;
    }

    /** The identity that the settings name, or nothing. */
    static Optional<SigningIdentity> find(Host host, Settings settings) {
        return text(settings, Setting.SIGN_IDENTITY)
                .map(identity -> new DeliverySigning(host, source(identity, settings)));
    }

    @Override
    public byte[] sign(byte[] content) {
        return identity().sign(content);
    }

    @Override
    public String signer() {
        return identity().signer();
    }

    @Override
    public List<ProfileWarning> warnings() {
        return identity().warnings();
    }

    private synchronized SigningIdentity identity() {
        if (opened == null) {
            opened = host.identities().open(source);
        }
        return opened;
    }

    private static IdentitySource source(String identity, Settings settings) {
        return identity.startsWith(KEYCHAIN)
                ? new IdentitySource.Keychain(identity.substring(KEYCHAIN.length()))
                : new IdentitySource.Files(
                        Path.of(identity),
                        text(settings, Setting.SIGN_KEY).map(Path::of),
                        text(settings, Setting.SIGN_CHAIN).map(Path::of).stream()
                                .toList(),
                        text(settings, Setting.SIGN_PASSWORD).map(SecretSource::parse));
    }

    private static Optional<String> text(Settings settings, Setting setting) {
        return settings.find(setting).map(Settings.Value::text);
    }
}
