// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacRootTest {
    private static final String MAC = "Mac OS X";
    private static final String LINUX = "Linux";
    private static final Map<String, String> SIMULATED =
            Map.of(MacRoot.ROOT_VARIABLE, "/tmp/mac1", MacRoot.STATE_VARIABLE, "/tmp/state");
    private static final BooleanSupplier UNASKED = () -> {
        throw new AssertionError("nobody had to ask");
    };

    @Test
    void isTheMachinesOwnRootUnlessTheEnvironmentSaysOtherwise() {
        MacRoot root = MacRoot.of(Map.of(MacRoot.STATE_VARIABLE, "/tmp/state"), MAC, UNASKED);
        assertThat(root.tool("/usr/bin/profiles")).isEqualTo(Path.of("/usr/bin/profiles"));
        assertThat(root.simulated()).isFalse();
        assertThat(root.expectsTools()).isTrue();
    }

    @Test
    void takesAFolderTogetherWithAStateFolder() {
        MacRoot root = MacRoot.of(SIMULATED, LINUX, UNASKED);
        assertThat(root.tool("/usr/sbin/ioreg")).isEqualTo(Path.of("/tmp/mac1/usr/sbin/ioreg"));
        assertThat(root.simulated()).isTrue();
        assertThat(root.expectsTools()).isTrue();
    }

    @Test
    void refusesAFolderWithoutAStateFolder() {
        for (Map<String, String> environment : java.util.List.of(
                Map.of(MacRoot.ROOT_VARIABLE, "/tmp/mac1"),
                Map.of(MacRoot.ROOT_VARIABLE, "/tmp/mac1", MacRoot.STATE_VARIABLE, ""))) {
            MacRootRefusedException refused =
                    catchThrowableOfType(MacRootRefusedException.class, () -> MacRoot.of(environment, LINUX, UNASKED));
            assertThat(refused)
                    .hasMessage("CMDM_MAC_ROOT is taken only together with CMDM_STATE_DIR; set both or neither");
            assertThat(refused.root()).isEqualTo("/tmp/mac1");
        }
    }

    @Test
    void refusesRootOnAMac() {
        assertThatThrownBy(() -> MacRoot.of(SIMULATED, MAC, () -> true))
                .isInstanceOf(MacRootRefusedException.class)
                .hasMessage("CMDM_MAC_ROOT is never taken when root runs this on a Mac; unset it");
    }

    @Test
    void takesItFromAUserOnAMacAndFromAnyoneElsewhere() {
        assertThat(MacRoot.of(SIMULATED, MAC, () -> false).simulated()).isTrue();
        assertThat(MacRoot.of(SIMULATED, LINUX, () -> true).simulated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mac1", "./mac1", "/", "//", "/tmp/..", "/tmp/../", "/a\0b"})
    void refusesWhatIsNoFolderOfItsOwn(String asked) {
        Map<String, String> environment = Map.of(MacRoot.ROOT_VARIABLE, asked, MacRoot.STATE_VARIABLE, "/tmp/state");
        assertThatThrownBy(() -> MacRoot.of(environment, LINUX, UNASKED))
                .isInstanceOf(MacRootRefusedException.class)
                .hasMessageStartingWith("CMDM_MAC_ROOT must be the absolute path");
    }

    @Test
    void expectsNoToolsOnAnotherSystem() {
        assertThat(MacRoot.of(Map.of(), LINUX, UNASKED).expectsTools()).isFalse();
    }
}
