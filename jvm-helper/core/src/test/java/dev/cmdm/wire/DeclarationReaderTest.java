// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclarationReaderTest {
    @Test
    void aProfileWithoutANameIsCalledByItsPlace() {
        assertThat(DeclarationReader.read(new JsonObject(Map.of("path", "a.mobileconfig"), "desired.profiles[1]"))
                        .label())
                .isEqualTo("desired.profiles[1]");
    }
}
