// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyPathTest {
    @Test
    void joinsKeysAndIndexes() {
        assertThat(KeyPath.TOP.key("PayloadContent").item(0).key("SSID_STR")).hasToString("PayloadContent[0].SSID_STR");
        assertThat(KeyPath.TOP.item(1).item(2)).hasToString("[1][2]");
        assertThat(KeyPath.TOP).hasToString("");
    }

    @Test
    void quotesKeysThatWouldBeMisread() {
        assertThat(KeyPath.TOP.key("com.apple.dock").key("x")).hasToString("\"com.apple.dock\".x");
        assertThat(KeyPath.TOP.key("a[0]")).hasToString("\"a[0]\"");
        assertThat(KeyPath.TOP.key("a").key("")).hasToString("a.\"\"");
        assertThat(KeyPath.TOP.key("say \"a\\\"")).hasToString("\"say \\\"a\\\\\\\"\"");
        assertThat(KeyPath.TOP.key("two words")).hasToString("two words");
    }

    @Test
    void staysOneLine() {
        assertThat(KeyPath.TOP.key("a\nb\0\u2028\u0085")).hasToString("\"a\\u000ab\\u0000\\u2028\\u0085\"");
    }

    @Test
    void cutsVeryLongKeys() {
        assertThat(KeyPath.TOP.key("k".repeat(100_000)).toString()).hasSize(201).endsWith("…");
    }

    @Test
    void isAPlace() {
        assertThat(KeyPath.TOP.key("a").place()).isEqualTo(new Place("a", 0, 0));
    }

    @Test
    void isEqualToAPathOfTheSameStepsAndNoOther() {
        KeyPath path = KeyPath.TOP.key("a").item(0).key("b");
        assertThat(path)
                .isEqualTo(KeyPath.TOP.key("a").item(0).key("b"))
                .hasSameHashCodeAs(KeyPath.TOP.key("a").item(0).key("b"));
        assertThat(path)
                .isNotEqualTo(KeyPath.TOP.key("a").item(1).key("b"))
                .isNotEqualTo(KeyPath.TOP.key("a").key("0").key("b"))
                .isNotEqualTo(KeyPath.TOP.key("a").item(0))
                .isNotEqualTo(KeyPath.TOP.key("x").key("a").item(0).key("b"))
                .isNotEqualTo(KeyPath.TOP);
    }
}
