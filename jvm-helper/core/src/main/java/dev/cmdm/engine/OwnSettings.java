// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.config.Setting;
import dev.cmdm.config.Settings;
import dev.cmdm.mdm.ProductSettings;
import dev.cmdm.secret.Secret;
import dev.cmdm.secret.SecretSource;
import java.util.Optional;

/** What is set for an MDM, as its adapter asks for it. */
record OwnSettings(Host host, Settings settings) implements ProductSettings {
    @Override
    public Optional<String> find(String word) {
        return settings.findEffective(Setting.find(word).orElseThrow()).map(Settings.Value::text);
    }

    @Override
    public Optional<Secret> findSecret(String word) {
        return find(word).map(source -> host.secrets().read(SecretSource.parse(source)));
    }
}
