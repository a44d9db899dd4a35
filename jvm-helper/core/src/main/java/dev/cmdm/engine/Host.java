// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.apply.CommandIds;
import dev.cmdm.config.ConfigurationException;
import dev.cmdm.config.Layer;
import dev.cmdm.config.Setting;
import dev.cmdm.config.Settings;
import dev.cmdm.config.SettingsFile;
import dev.cmdm.journal.Time;
import dev.cmdm.macos.EffectiveUser;
import dev.cmdm.macos.MacRoot;
import dev.cmdm.process.ProcessRunner;
import dev.cmdm.process.SystemProcessRunner;
import dev.cmdm.profile.ProfileReader;
import dev.cmdm.secret.Secrets;
import dev.cmdm.sign.CmsOpener;
import dev.cmdm.sign.Identities;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The machine that the helper runs on: everything by which it touches the world.
 *
 * @param environment the variables of this process
 * @param osName what Java calls the system
 * @param user the account this process runs as
 * @param processes runs programs
 * @param time the clock, and waiting
 * @param ids where command ids come from
 */
public record Host(
        Map<String, String> environment,
        String osName,
        String user,
        ProcessRunner processes,
        Time time,
        CommandIds ids) {
    private static final Path STATE_FOLDER = Path.of("/Library/Application Support/cmdm/state");
    private static final String SETTINGS_FILE = "/etc/cmdm/cmdm.yaml";

    /** This machine. */
    public static Host real() {
        return new Host(
                Map.copyOf(System.getenv()),
                System.getProperty("os.name", ""),
                System.getProperty("user.name", ""),
                new SystemProcessRunner(),
                Time.SYSTEM,
                CommandIds.random());
    }

    /** Reads profiles; signed envelopes are judged by the clock of this machine. */
    public ProfileReader profileReader() {
        return new ProfileReader(CmsOpener.trustingPlatform(moment()));
    }

    /** Reads secrets from where they come from. */
    Secrets secrets() {
        return new Secrets(environment, user, processes, Path.of(macRoot().toString()));
    }

    /** Opens what profiles are signed with. */
    Identities identities() {
        return new Identities(moment(), secrets(), processes, Path.of(macRoot().toString()));
    }

    /** Now, and it stays so: by this moment signatures are dated and certificates judged. */
    Clock moment() {
        return Clock.fixed(time.now(), ZoneOffset.UTC);
    }

    /** Where Apple's tools stand. */
    MacRoot macRoot() {
        return MacRoot.of(environment, osName, () -> new EffectiveUser(processes, EffectiveUser.ID).root());
    }

    /** The folder that keeps the journal and the history. */
    Path stateFolder() {
        String asked = environment.getOrDefault(MacRoot.STATE_VARIABLE, "");
        return asked.isEmpty() ? STATE_FOLDER : Path.of(asked);
    }

    /**
     * What is set, from what a caller gave, the environment and files, in this order.
     *
     * @param given settings by their names
     * @param origin who gave them, for messages
     * @param file a file that must be there, beside the machine's own that may be
     * @throws ConfigurationException when something is set that cannot be
     */
    public Settings settings(Map<String, String> given, String origin, Optional<Path> file) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.named(given, origin));
        layers.add(Layer.environment(environment));
        file.ifPresent(path -> layers.add(SettingsFile.find(path)
                .orElseThrow(() -> new ConfigurationException("the file of settings is missing: " + path))));
        SettingsFile.find(macRoot().tool(SETTINGS_FILE)).ifPresent(layers::add);
        return Settings.of(layers, Map.of(Setting.MDM_PRODUCT, MdmConnection.PRODUCTS.words()));
    }
}
