// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8OrderTest {
    private static int byBytes(String left, String right) {
        return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void ordersAsTheBytesDo() {
        List<String> keys =
                new ArrayList<>(List.of("", "a", "A", "ab", "é", "\uE000", "\uFFFD", "😀", "😀a", "😁", "\uD7FF"));
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            keys.add(ValueGenerator.text(random));
        }
        for (String left : keys) {
            for (String right : keys) {
                assertThat(Integer.signum(Utf8Order.INSTANCE.compare(left, right)))
                        .isEqualTo(Integer.signum(byBytes(left, right)));
            }
        }
    }
}
