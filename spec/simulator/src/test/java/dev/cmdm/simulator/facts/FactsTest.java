// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.facts.ToolTexts.Fact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"10.12.6", "10.13.2", "10.13.6", "10.15.7", "11.7.10", "12.7", "13.0", "14.5", "15.1", "26.1"})
    void aReleaseHasAtMostOneTextPerId(String release) {
        MacosVersion macos = MacosVersion.of(release);
        List<String> ids = ToolTexts.all().stream()
                .filter(fact -> fact.holdsOn(macos))
                .map(Fact::id)
                .toList();
        assertThat(ids).doesNotHaveDuplicates().contains("list.line", "verbose.profile", "help", "sw_vers");
    }

    @Test
    void everyTextNamesItsSource() {
        assertThat(ToolTexts.all()).allSatisfy(fact -> assertThat(fact.source()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({"10.15.7,false", "11.0.1,true", "15.1,true", "26.0,true"})
    void installingIsRefusedFrom11On(String release, boolean refused) {
        assertThat(ToolTexts.find("install.refused", MacosVersion.of(release)).isPresent())
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"12.7,System Preferences", "13.0,System Settings"})
    void theRefusalNamesThePaneOfTheRelease(String release, String pane) {
        assertThat(ToolTexts.get("install.refused", MacosVersion.of(release)))
                .startsWith("profiles tool no longer supports installs.  Use " + pane);
    }

    @Test
    void fillsNamesAndTakesValuesAsTheyAre() {
        assertThat(Template.fill("{a} and {b} and {c}", Map.of("a", "{b}", "b", "$1\\")))
                .isEqualTo("{b} and $1\\ and {c}");
    }

    @Test
    void anErrorNamesTheProfile() {
        assertThat(MacErrors.get("cannot-replace", Map.of("identifier", "com.acme.x")))
                .isEqualTo(new MacErrors.MacError(
                        "MDMClientError",
                        96,
                        "Cannot replace profile 'com.acme.x' because it was not installed by the MDM server."));
    }

    @ParameterizedTest
    @CsvSource({"15.1,24B83", "15.6,24G1", "26.1,25B1", "10.15.6,19A1", "12.3,21D1"})
    void aBuildBelongsToItsRelease(String release, String build) {
        assertThat(Builds.of(MacosVersion.of(release))).isEqualTo(build);
    }

    @Test
    void hidesSecretsAndShowsSettings() {
        assertThat(PayloadFacts.isHidden("com.apple.wifi.managed", "Password")).isTrue();
        assertThat(PayloadFacts.isHidden("com.apple.wifi.managed", "SSID_STR")).isFalse();
        assertThat(PayloadFacts.isHidden("com.apple.security.scep", "URL")).isTrue();
    }
}
