// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final String CANARY = "canary-S3cret";

    private static final Map<Setting, List<String>> PRODUCTS =
            Map.of(Setting.MDM_PRODUCT, List.of("micromdm", "nanomdm"));

    @TempDir
    private Path folder;

    @Test
    void anEarlierLayerWinsAndEachValueKnowsItsOrigin() {
        Settings settings = Settings.of(List.of(
                Layer.named(Map.of("mdm.url", "https://flag.example"), "the command line"),
                Layer.environment(Map.of("CMDM_MDM_URL", "https://env.example", "CMDM_WAIT_SECONDS", "7"))));
        assertThat(settings.find(Setting.MDM_URL))
                .contains(new Settings.Value("https://flag.example", "the command line"));
        assertThat(settings.find(Setting.WAIT_SECONDS)).contains(new Settings.Value("7", "CMDM_WAIT_SECONDS"));
        assertThat(settings.count(Setting.REMOVAL_LIMIT)).isEqualTo(3);
        assertThat(settings.findEffective(Setting.MODE)).contains(new Settings.Value("enforce", "default"));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithoutAValue() throws IOException {
        Path file = Files.writeString(
                folder.resolve("cmdm.yaml"),
                "mdm:\n  credential: " + CANARY + "\n  colour: blue\nremoval_limit: many\n");
        assertThatThrownBy(() -> Settings.of(List.of(
                        Layer.environment(Map.of("CMDM_MODE", "off")),
                        SettingsFile.find(file).orElseThrow())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mode (set by CMDM_MODE) must be enforce or audit")
                .hasMessageContaining("mdm.credential (set by " + file + ") must be a source")
                .hasMessageContaining(file + " sets mdm.colour, which is no setting")
                .hasMessageContaining("removal_limit (set by " + file + ") must be a whole number")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(CANARY, "many", "\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "mdm.url, https://user:canary-S3cret@mdm.example",
        "mdm.url, mdm.example",
        "mdm.url, ftp://mdm.example",
        "mdm.credential, canary-S3cret",
        "mdm.product, ' '",
        "credential_on_device, yes",
        "wait_seconds, -1",
        "wait_seconds, 99999999999",
        "mode, Audit",
    })
    void whatASettingCannotBeIsRefusedAndNotRepeated(String name, String text) {
        assertThatThrownBy(() -> Settings.of(List.of(Layer.named(Map.of(name, text), "the session"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(name + " (set by the session) must be ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(CANARY));
    }

    @Test
    void aWordThatIsNoneOfThoseHandedInIsSaidTogetherWithTheRest() {
        Layer layer = Layer.named(Map.of("mdm.product", "jamf", "mode", "off"), "the session");
        assertThatThrownBy(() -> Settings.of(List.of(layer), PRODUCTS))
                .hasMessageContaining("mdm.product (set by the session) must be micromdm or nanomdm")
                .hasMessageContaining("mode (set by the session) must be enforce or audit")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("jamf"));
    }

    @Test
    void theCaseOfAWordDoesNotCount() {
        Layer layer = Layer.named(Map.of("mdm.product", " MicroMDM"), "the session");
        assertThat(Settings.of(List.of(layer), PRODUCTS).find(Setting.MDM_PRODUCT))
                .contains(new Settings.Value(" MicroMDM", "the session"));
    }

    @Test
    void aSourceIsShownWithoutTheArgumentsOfItsProgram() {
        Settings settings = Settings.of(
                List.of(Layer.named(Map.of("mdm.credential", "command:[\"op\",\"read\",\"" + CANARY + "\"]"), "x")));
        assertThat(settings.shown().get(Setting.MDM_CREDENTIAL)).isEqualTo(new Settings.Value("command:op", "x"));
        assertThat(settings.shown()).doesNotContainKey(Setting.MDM_URL).containsKey(Setting.MODE);
    }
}
