// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void putsWordsOnOneLine() {
        assertThat(OneLine.of("  one\r\n\ttwo\u2028three\u0000four\u00a0five ")).isEqualTo("one two three four five");
    }

    @Test
    void leavesNothingThatATerminalObeysOrHides() {
        assertThat(OneLine.of("\u001b[31mred\u202egnol\u200b \ud800x")).isEqualTo("[31mred gnol x");
    }

    @Test
    void shortensWithoutCuttingACharacterInTwo() {
        String shortened = OneLine.of("😀".repeat(1000));
        assertThat(shortened).isEqualTo("😀".repeat(200) + "…");
        assertThat(OneLine.of("x".repeat(200))).isEqualTo("x".repeat(200));
    }
}
