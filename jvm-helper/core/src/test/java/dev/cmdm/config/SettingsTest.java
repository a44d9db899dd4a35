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

    @Test
    void namesMayBeWrittenAsAList() throws IOException {
        Path file = Files.writeString(
                folder.resolve("cmdm.yaml"), "commands:\n  allow: [RestartDevice, InstallApplication]\n");
        Settings settings = Settings.of(List.of(SettingsFile.find(file).orElseThrow()));
        assertThat(settings.find(Setting.COMMANDS_ALLOW))
                .contains(new Settings.Value("RestartDevice, InstallApplication", file.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "'mdm:\n  url: \"canary-S3cret\n', 3",
        "'wait_seconds: 7\nmode: [canary-S3cret\n', 3",
        "'mode: audit\nmode: canary-S3cret\n', 2",
    })
    void whatIsNoYamlIsSaidWithItsLineAndNotRepeated(String text, int line) throws IOException {
        Path file = Files.writeString(folder.resolve("cmdm.yaml"), text);
        assertThatThrownBy(() -> SettingsFile.find(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(file + ", line " + line + ", is no YAML; check its indentation and quotes");
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
        "commands.allow, 'RestartDevice;Lock'",
        "wait_seconds, 99999999999",
        "mode, Audit",
        "sign.identity, signing.p12",
        "sign.identity, 'keychain: '",
        "sign.password, canary-S3cret",
        "sign.key, key.pem",
        "unwrap, 1",
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
        assertThat(settings.shown().get("mdm.credential")).isEqualTo(new Settings.Value("command:op", "x"));
        assertThat(settings.shown()).doesNotContainKey("mdm.url").containsKey("mode");
    }

    @Test
    void aFileNamesTheSourcesOfSecretsThatProfilesMayAskFor() throws IOException {
        Path file = Files.writeString(
                folder.resolve("cmdm.yaml"),
                "secrets:\n  wifi: file:/etc/cmdm/wifi\n  vpn: 'command:[\"op\",\"" + CANARY + "\"]'\n");
        Settings settings = Settings.of(List.of(SettingsFile.find(file).orElseThrow()));
        assertThat(settings.findSecret("wifi")).map(Object::toString).contains("file:/etc/cmdm/wifi");
        assertThat(settings.findSecret("other")).isEmpty();
        assertThat(settings.shown().get("secrets.vpn")).isEqualTo(new Settings.Value("command:op", file.toString()));
    }

    @Test
    void aSecretThatStandsInPlaceOfItsSourceIsRefusedAndNotRepeated() throws IOException {
        Path file =
                Files.writeString(folder.resolve("cmdm.yaml"), "secrets: {wifi: " + CANARY + ", 'a b': 'env:WIFI'}\n");
        assertThatThrownBy(() -> Settings.of(List.of(SettingsFile.find(file).orElseThrow())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("secrets.wifi (set by " + file + ") must be a source")
                .hasMessageContaining("a name below secrets (set by " + file + ") must be of letters")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(CANARY));
    }

    @Test
    void whatBelongsToAnIdentityInFilesIsRefusedBesideNone() {
        Map<String, String> set = Map.of("sign.key", "/k.pem", "sign.identity", "keychain:Acme");
        assertThatThrownBy(() -> Settings.of(List.of(Layer.named(set, "x"))))
                .hasMessage("sign.key is set, and sign.identity names no file; set both or neither");
        assertThatThrownBy(() -> Settings.of(List.of(Layer.named(Map.of("sign.password", "env:P"), "x"))))
                .hasMessage("sign.password is set, and sign.identity names no file; set both or neither");
        Map<String, String> whole = Map.of("sign.key", "/k.pem", "sign.identity", "/c.pem", "sign.password", "env:P");
        assertThat(Settings.of(List.of(Layer.named(whole, "x"))).find(Setting.SIGN_KEY))
                .isPresent();
    }

    @Test
    void nothingButAFileNamesASourceOfASecret() {
        assertThatThrownBy(() ->
                        Settings.of(List.of(Layer.named(Map.of("secrets.wifi", "file:/etc/cmdm/wifi"), "the session"))))
                .hasMessage("the session sets secrets.wifi, which only a file of settings may");
    }
}
