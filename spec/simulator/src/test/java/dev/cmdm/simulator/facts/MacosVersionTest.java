// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacosVersionTest {
    @Test
    void comparesNumbersAndNotText() {
        assertThat(Stream.of("26.0", "10.9.5", "15.1", "10.13", "11", "10.13.4")
                        .map(MacosVersion::of)
                        .sorted())
                .extracting(MacosVersion::text)
                .containsExactly("10.9.5", "10.13", "10.13.4", "11", "15.1", "26.0");
    }

    @Test
    void takesAMissingNumberForZero() {
        assertThat(MacosVersion.of("15")).isEqualTo(MacosVersion.of("15.0")).hasSameHashCodeAs(MacosVersion.of("15.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15.", "fifteen", "15.1-beta", "1.2.3.4.5"})
    void refusesWhatIsNoVersion(String text) {
        assertThatThrownBy(() -> MacosVersion.of(text)).hasMessageContaining("'" + text + "'");
    }
}
