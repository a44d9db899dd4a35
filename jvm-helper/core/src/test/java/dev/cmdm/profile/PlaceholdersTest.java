// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{serial}}",
                "a {{ secret:wifi }} b",
                "${x}",
                "http://${HOST}/",
                "%X%",
                "100% of %short_name%",
                "%HardwareUUID%",
                "{{a}} {{b}}"
            })
    void findsThemAnywhereInAText(String text) {
        assertThat(Placeholders.standIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{{}}",
                "}} {{",
                "${}",
                "$x",
                "{x}",
                "100%",
                "50% to 60%",
                "%%",
                "a%20b%20c",
                "%C3%BC",
                "%1$@ of %2$@",
                "{{ open"
            })
    void leavesOtherTextAlone(String text) {
        assertThat(Placeholders.standIn(text)).isFalse();
    }
}
