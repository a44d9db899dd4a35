// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.apply.CommandIds;
import dev.cmdm.config.ConfigurationException;
import dev.cmdm.config.Layer;
import dev.cmdm.config.Settings;
import dev.cmdm.journal.Time;
import dev.cmdm.mdm.Link;
import dev.cmdm.mdm.LinkException;
import dev.cmdm.mdm.Proxy;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.mdm.Timing;
import dev.cmdm.secret.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerLinkTest {
    private static final ServerUrl MDM = ServerUrl.parse("https://mdm.acme.example");

    private final List<String> heard = new ArrayList<>();

    @Test
    void isStraightAndSilentWhenNothingIsSet() {
        Link link = link(Map.of(), Map.of());
        assertThat(link.authorities()).isEmpty();
        assertThat(link.identity()).isEmpty();
        assertThat(link.proxy()).isEmpty();
        link.debug().accept("line");
        assertThat(heard).isEmpty();
    }

    @Test
    void takesFilesAndSecretsFromSettings() {
        Link link = link(
                Map.of("KEY", "pass", "PROXY", "user:word"),
                Map.of(
                        "mdm.ca", "/etc/cmdm/ca.pem",
                        "mdm.client_identity", "/etc/cmdm/own.p12",
                        "mdm.client_identity_password", "env:KEY",
                        "mdm.proxy", "http://proxy.acme.example:3128",
                        "mdm.proxy_credential", "env:PROXY",
                        "debug", "true"));
        assertThat(link.authorities()).contains(Path.of("/etc/cmdm/ca.pem"));
        Link.Identity identity = link.identity().orElseThrow();
        assertThat(identity.password().orElseThrow().get().expose()).isEqualTo("pass");
        assertThat(link.proxy().flatMap(Proxy::credential).map(Secret::expose)).contains("user:word");
        link.debug().accept("line");
        assertThat(heard).containsExactly("line");
    }

    @Test
    void followsTheVariablesThatOtherProgramsFollow() {
        Map<String, String> environment =
                Map.of("HTTPS_PROXY", "http://proxy.acme.example:3128", "NO_PROXY", "other.example");
        Proxy proxy = link(environment, Map.of()).proxy().orElseThrow();
        assertThat(proxy.address()).isEqualTo("proxy.acme.example:3128");
        assertThat(proxy.serves(MDM)).isTrue();
        Proxy excepted = link(environment, Map.of("mdm.no_proxy", "acme.example"))
                .proxy()
                .orElseThrow();
        assertThat(excepted.serves(MDM)).isFalse();
        assertThat(link(environment, Map.of("mdm.proxy", "http://10.0.0.1:8080"))
                        .proxy()
                        .map(Proxy::address))
                .contains("10.0.0.1:8080");
    }

    @Test
    void saysWhatIsSetByHalf() {
        assertThatThrownBy(() -> link(Map.of(), Map.of("mdm.client_identity_password", "env:KEY")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("mdm.client_identity_password is set, and mdm.client_identity is not; set both or neither");
        assertThatThrownBy(() -> link(Map.of("HTTPS_PROXY", "socks5://user:canary@proxy"), Map.of()))
                .isInstanceOf(LinkException.class)
                .message()
                .doesNotContain("canary");
    }

    @Test
    void waitsInSlicesAndEndsSoonWhenAnEndIsWanted() {
        List<Duration> slept = new ArrayList<>();
        Counting time = new Counting(slept);
        assertThat(new ServerTiming(time, () -> false).sleep(Duration.ofMillis(600)))
                .isTrue();
        assertThat(slept).containsExactly(Duration.ofMillis(250), Duration.ofMillis(250), Duration.ofMillis(100));
        slept.clear();
        assertThat(new ServerTiming(time, () -> slept.size() == 1).sleep(Duration.ofMillis(600)))
                .isFalse();
        assertThat(slept).hasSize(1);
    }

    private Link link(Map<String, String> environment, Map<String, String> settings) {
        Host host = new Host(
                environment,
                "Linux",
                "somebody",
                call -> {
                    throw new AssertionError("no program is to be run");
                },
                Time.SYSTEM,
                CommandIds.random());
        return new ServerLink(host, Settings.of(List.of(Layer.named(settings, "a test"))))
                .of(Timing.SYSTEM, heard::add);
    }

    private static final class Counting implements Time {
        private final List<Duration> slept;
        private Duration passed = Duration.ZERO;

        Counting(List<Duration> slept) {
            this.slept = slept;
        }

        @Override
        public Instant now() {
            return Instant.EPOCH.plus(passed);
        }

        @Override
        public Duration elapsed() {
            return passed;
        }

        @Override
        public void sleep(Duration span) {
            slept.add(span);
            passed = passed.plus(span);
        }
    }
}
