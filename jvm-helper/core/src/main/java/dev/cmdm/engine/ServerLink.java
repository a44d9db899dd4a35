// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.config.ConfigurationException;
import dev.cmdm.config.Setting;
import dev.cmdm.config.Settings;
import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.Proxy;
import dev.cmdm.mdm.Timing;
import dev.cmdm.secret.Secret;
import dev.cmdm.secret.SecretSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How servers are reached from this machine, by its settings and the usual variables of the environment. */
record ServerLink(Host host, Settings settings) {
    /** The capitals count less, for a web server sets them from what its callers send. */
    private static final List<String> PROXY = List.of("https_proxy", "HTTPS_PROXY");

    private static final List<String> NO_PROXY = List.of("no_proxy", "NO_PROXY");

    /**
     * The link.
     *
     * @throws ConfigurationException when the settings name half of something
     * @throws dev.cmdm.mdm.LinkException when the proxy is none that can be used
     */
    Link of(Timing timing, Consumer<String> debug) {
        requireWhole(Setting.MDM_CLIENT_IDENTITY_PASSWORD, Setting.MDM_CLIENT_IDENTITY);
        requireWhole(Setting.MDM_PROXY_CREDENTIAL, Setting.MDM_PROXY);
        return new Link(
                find(Setting.MDM_CA).map(Path::of),
                find(Setting.MDM_CLIENT_IDENTITY).map(file -> new Link.Identity(Path.of(file), password())),
                proxy(),
                timing,
                new SecureRandom(),
                settings.flag(Setting.DEBUG) ? debug : line -> {});
    }

    private Optional<Supplier<Secret>> password() {
        return find(Setting.MDM_CLIENT_IDENTITY_PASSWORD).map(source -> () -> read(source));
    }

    private Optional<Proxy> proxy() {
        Optional<Proxy> set = find(Setting.MDM_PROXY)
                .map(text -> Proxy.parse(text, Setting.MDM_PROXY.word()))
                .map(proxy -> find(Setting.MDM_PROXY_CREDENTIAL)
                        .map(source -> proxy.with(read(source)))
                        .orElse(proxy));
        String except = find(Setting.MDM_NO_PROXY).or(() -> variable(NO_PROXY)).orElse("");
        return set.or(() -> variable(PROXY).map(text -> Proxy.parse(text, "HTTPS_PROXY")))
                .map(proxy -> proxy.without(except));
    }

    private void requireWhole(Setting part, Setting whole) {
        if (find(part).isPresent() && find(whole).isEmpty()) {
            throw new ConfigurationException(
                    part.word() + " is set, and " + whole.word() + " is not; set both or neither");
        }
    }

    private Secret read(String source) {
        return host.secrets().read(SecretSource.parse(source));
    }

    private Optional<String> find(Setting setting) {
        return settings.find(setting).map(Settings.Value::text);
    }

    private Optional<String> variable(List<String> names) {
        return names.stream()
                .map(name -> host.environment().getOrDefault(name, ""))
                .filter(text -> !text.isBlank())
                .findFirst();
    }
}
