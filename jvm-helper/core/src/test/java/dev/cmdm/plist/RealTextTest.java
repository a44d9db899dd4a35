// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealTextTest {
    @ParameterizedTest
    @CsvSource({
        "3600, 3600.0",
        "0, 0.0",
        "-0.0, -0.0",
        "0.1, 0.1",
        "-1.5, -1.5",
        "0.00001, 0.00001",
        "0.000001, 1.0e-6",
        "2e23, 2.0e23",
        "1e16, 10000000000000000.0",
        "1e17, 1.0e17",
        "123456789012345680, 1.2345678901234568e17",
        "4.9e-324, 5.0e-324",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "9007199254740993, 9007199254740992.0",
        "0.30000000000000004, 0.30000000000000004",
        "Infinity, +infinity",
        "-Infinity, -infinity"
    })
    void isShortAndAlwaysHasAPoint(double value, String expected) {
        assertThat(RealText.of(value)).isEqualTo(expected);
    }

    @Test
    void readsBackBitForBit() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            double value = ValueGenerator.real(random);
            if (Double.isFinite(value)) {
                assertThat(Double.doubleToRawLongBits(Double.parseDouble(RealText.of(value))))
                        .isEqualTo(Double.doubleToRawLongBits(value));
            }
        }
    }
}
