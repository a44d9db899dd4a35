// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.config.Settings;
import dev.cmdm.desired.UnknownSecretException;
import dev.cmdm.desired.Values;
import dev.cmdm.device.Device;
import dev.cmdm.secret.Secret;
import dev.cmdm.secret.Secrets;
import java.util.HashMap;
import java.util.Map;

/** What placeholders are filled with on this machine. A source of secrets is asked once in a run. */
final class FillingValues {
    private final Settings settings;
    private final Secrets secrets;
    private final Map<String, Secret> read = new HashMap<>();

    FillingValues(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** The values for one Mac. */
    Values on(Device device) {
        return new Values() {
            @Override
            public String serial() {
                return device.serial();
            }

            @Override
            public String udid() {
                return device.udid();
            }

            @Override
            public String secret(String name) {
                return read.computeIfAbsent(name, FillingValues.this::read).expose();
            }
        };
    }

    private Secret read(String name) {
        return secrets.read(settings.findSecret(name).orElseThrow(() -> new UnknownSecretException(name)));
    }
}
