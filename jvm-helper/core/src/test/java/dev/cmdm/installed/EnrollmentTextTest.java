// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.device.Enrollment;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EnrollmentTextTest {
    @TestFactory
    Stream<DynamicTest> readsEveryVector() {
        return ListingVectors.each("enrollment", 15, vector -> {
            Optional<Enrollment> read = EnrollmentText.find(new String(vector.printed(), StandardCharsets.UTF_8));
            if (vector.unreadable()) {
                assertThat(read).isEmpty();
            } else {
                assertThat(read).map(EnrollmentTextTest::word).contains((String)
                        vector.expected().get("enrollment"));
            }
        });
    }

    private static String word(Enrollment enrollment) {
        return enrollment.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
