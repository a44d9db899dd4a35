// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ListingReaderTest {
    @TestFactory
    Stream<DynamicTest> readsEveryVector() {
        return ListingVectors.each("stdout-xml", 20, vector -> {
            if (vector.unreadable()) {
                assertThatThrownBy(() -> ListingReader.read(vector.printed(), true))
                        .isInstanceOf(ListingUnreadableException.class)
                        .message()
                        .startsWith("printed ")
                        .hasLineCount(1);
                return;
            }
            assertThat(ContractTree.of(ListingReader.read(vector.printed(), true)))
                    .isEqualTo(withoutAbout(vector));
        });
    }

    private static Object withoutAbout(ListingVectors.Vector vector) {
        Map<String, Object> expected = new LinkedHashMap<>(vector.expected());
        expected.remove("about");
        return expected;
    }

    @Test
    void leavesOriginsUnknownAndKeepsWhetherTheReaderSawEverything() {
        byte[] listing = ListingVectors.vector("stdout-xml", "macos-15").printed();
        Installed user = ListingReader.read(listing, false);
        assertThat(user.whole()).isFalse();
        assertThat(user.originsRead()).isFalse();
        assertThat(user.profiles()).extracting(InstalledProfile::origin).containsOnly(Origin.UNKNOWN);
        assertThat(ListingReader.read(listing, true).whole()).isTrue();
    }

    @Test
    void tellsWhenTheMacWasEnrolled() {
        byte[] listing = ListingVectors.vector("stdout-xml", "macos-11").printed();
        assertThat(ListingReader.read(listing, true).findEnrolledAt()).contains(Instant.parse("2021-03-02T09:15:44Z"));
        byte[] other =
                ListingVectors.vector("stdout-xml", "managed-preferences").printed();
        assertThat(ListingReader.read(other, true).findEnrolledAt()).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithoutAnyValueOfTheListing() {
        assertThat(faultOf("duplicate-key"))
                .contains("stands twice")
                .contains("line ")
                .doesNotContain("com.acme");
        assertThat(faultOf("truncated")).isEqualTo("printed a property list that breaks off");
        assertThat(faultOf("printed-nothing")).isEqualTo("printed nothing");
        assertThat(faultOf("error-text")).isEqualTo("printed no property list");
        assertThat(faultOf("no-identifier")).contains("no ProfileIdentifier at _computerlevel[0]");
        assertThat(faultOf("items-that-are-no-array")).contains("_computerlevel[0].ProfileItems");
    }

    private static String faultOf(String name) {
        byte[] printed = ListingVectors.vector("stdout-xml", name).printed();
        try {
            ListingReader.read(printed, true);
        } catch (ListingUnreadableException e) {
            return e.fault();
        }
        throw new AssertionError(name + " was read");
    }

    @Test
    void showsNoSettingWhenItIsPrintedByMistake() {
        byte[] listing = ListingVectors.vector("stdout-xml", "macos-11").printed();
        assertThat(ListingReader.read(listing, true).toString())
                .contains("com.apple.wifi.managed")
                .doesNotContain("SSID_STR")
                .doesNotContain("WPA2");
    }

    @Test
    void refusesMoreThanSixteenMebibytesBeforeAnythingElse() {
        byte[] noise = new byte[16 * 1024 * 1024 + 1];
        java.util.Arrays.fill(noise, (byte) ' ');
        assertThatThrownBy(() -> ListingReader.read(noise, true))
                .isInstanceOf(ListingUnreadableException.class)
                .hasMessageContaining("more than 16777216 bytes");
    }

    @Test
    void readsTensOfThousandsOfProfiles() {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?><plist version=\"1.0\"><dict>")
                .append("<key>_computerlevel</key><array>");
        for (int i = 0; i < 50_000; i++) {
            text.append("<dict><key>ProfileIdentifier</key><string>com.acme.")
                    .append(i)
                    .append("</string></dict>");
        }
        byte[] listing = text.append("</array></dict></plist>").toString().getBytes(StandardCharsets.UTF_8);
        List<InstalledProfile> profiles = ListingReader.read(listing, true).profiles();
        assertThat(profiles).hasSize(50_000);
        assertThat(profiles.get(49_999).key()).hasToString("com.acme.49999");
    }
}
