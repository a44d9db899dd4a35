// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileIdentifierTest {
    @ParameterizedTest
    @ValueSource(strings = {"com.example.dock", "My Profile", " leading", "ü.世界.😀", "a-b", "_", "0", "a'b\"c\\$(d);e"})
    void holdsWhatMacosCanHold(String identifier) {
        assertThat(new ProfileIdentifier(identifier)).hasToString(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0\u2003",
                "-",
                "-R",
                "--help",
                "a\nb",
                "a\n",
                "\r",
                "a\tb",
                "a\0",
                "a\u007f",
                "a\u0085b",
                "a\u2028b",
                "a\u2029",
                "a\ud800",
                "\udc00a"
            })
    void refusesWhatIsBlankLikeAnOptionOrUnprintable(String identifier) {
        assertThatExceptionOfType(BadIdentifierException.class)
                .isThrownBy(() -> new ProfileIdentifier(identifier))
                .satisfies(thrown -> assertThat(thrown.place().keyPath()).isEqualTo("PayloadIdentifier"))
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("\n"));
    }

    @Test
    void ordersByCharactersWithCase() {
        List<String> sorted = Stream.of("b", "a.b", "B", "a")
                .map(ProfileIdentifier::new)
                .sorted()
                .map(ProfileIdentifier::value)
                .toList();
        assertThat(sorted).containsExactly("B", "a", "a.b", "b");
    }
}
