// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Errors;
import dev.cmdm.answer.Explanation;
import dev.cmdm.answer.UnknownNameException;
import dev.cmdm.report.ExplainText;
import dev.cmdm.wire.ExplanationWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplainingTest {
    private static Explanation explain(String name) {
        return new Explaining().explain(name);
    }

    @Test
    void aTypeIsExplainedWithItsKeys() {
        assertThat(ExplainText.lines(explain("com.apple.dock")))
                .startsWith("com.apple.dock", "  title        Dock", "  macOS        10.7 and later")
                .contains("  on one Mac   one", "  source       Apple, com.apple.dock.yaml")
                .anyMatch(line -> line.strip().startsWith("tilesize"));
    }

    @Test
    void aKeyIsExplainedWithItsValues() {
        assertThat(ExplainText.lines(explain("com.apple.dock.orientation")))
                .startsWith("com.apple.dock.orientation", "  kind         string")
                .contains("  values       bottom, left, right");
    }

    @Test
    void namesWithDotsItemsAndIndexesAreUnderstood() {
        assertThat(explain("com.apple.MCX.com.apple.EnergySaver.desktop.ACPower.Wake on LAN")
                        .keyPath())
                .isEqualTo("com.apple.EnergySaver.desktop.ACPower.Wake on LAN");
        assertThat(explain("com.apple.dock.static-apps[0].tile-data.label").keyPath())
                .isEqualTo("static-apps.tile-data.label");
        assertThat(explain("com.apple.dock.static-apps.StaticItem.tile-data.label")
                        .keyPath())
                .isEqualTo("static-apps.StaticItem.tile-data.label");
        assertThat(explain("com.apple.system-extension-policy.AllowedSystemExtensions.ABCDE12345")
                        .key()
                        .orElseThrow()
                        .name())
                .isEqualTo("ANY");
        assertThat(explain("com.apple.MCX.FileVault2").keyPath()).isEmpty();
        assertThat(explain("TopLevel.PayloadScope").key().orElseThrow().limits().allowed())
                .containsExactly("System", "User");
    }

    @Test
    void aNameThatAppleLacksIsAnErrorThatSaysWhatWasPerhapsMeant() {
        assertThat(near("com.apple.Dock")).isEqualTo("did you mean com.apple.dock");
        assertThat(near("com.apple.Dock.orientation")).isEqualTo("did you mean com.apple.dock.orientation");
        assertThat(near("com.apple.dock.Orientation")).isEqualTo("did you mean com.apple.dock.orientation");
        assertThat(near("com.apple.dok")).isEqualTo("did you mean com.apple.dock");
        assertThat(near("com.apple.dcok.orientation")).isEqualTo("did you mean com.apple.dock.orientation");
        assertThat(near("dock")).isEqualTo("did you mean com.apple.dock");
        assertThat(near("com.apple.wifi")).isEqualTo("did you mean com.apple.wifi.managed");
        assertThat(near("FileVault2")).isEqualTo("did you mean com.apple.MCX.FileVault2");
        assertThat(near("com.acme.vpn")).isEmpty();
        assertThat(near("com.google.Chrome")).isEmpty();
        assertThatThrownBy(() -> explain("")).isInstanceOf(UnknownNameException.class);
    }

    private static String near(String name) {
        try {
            throw new AssertionError(explain(name).keyPath());
        } catch (UnknownNameException e) {
            ErrorInfo error = Errors.of(e);
            assertThat(error.errorClass()).isEqualTo("unknown-name");
            assertThat(error.exit()).isEqualTo(65);
            return error.hint();
        }
    }

    @Test
    void jsonHoldsTheSame() {
        JsonNode key = json("com.apple.loginwindow.AutologinPassword");
        assertThat(key.get("type").asString()).isEqualTo("com.apple.loginwindow");
        assertThat(key.get("keyPath").asString()).isEqualTo("AutologinPassword");
        assertThat(key.get("key").get("traits").get(0).asString()).isEqualTo("mdm-only");
        JsonNode type = json("com.apple.extensiblesso");
        assertThat(type.get("delivery").asString()).isEqualTo("mdm-only");
        assertThat(type.get("sources")).hasSize(2);
        assertThat(type.get("introduced").asString()).isEqualTo("10.15");
        assertThat(type.get("removed").isNull()).isTrue();
        assertThat(type.get("keys").size()).isGreaterThan(10);
    }

    private static JsonNode json(String name) {
        return JsonMapper.builder().build().readTree(ExplanationWriter.write(explain(name)));
    }
}
