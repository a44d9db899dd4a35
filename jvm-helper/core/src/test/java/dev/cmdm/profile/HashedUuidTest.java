// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.plist.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HashedUuidTest {
    @Test
    void isVersionFiveOverTheBytesInTheNameSpaceOfDomainNames() {
        // uuid.uuid5(uuid.NAMESPACE_DNS, "x") of Python
        assertThat(HashedUuid.of(new Bytes("x".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("05B16A01-46C6-56DD-BD6E-C6DFB4A1427A");
    }
}
