// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.plist.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorChainTest {
    private static final String ERROR = "<dict><key>ErrorCode</key><integer>%d</integer><key>ErrorDomain</key>"
            + "<string>%s</string><key>LocalizedDescription</key><string>Nein</string>"
            + "<key>USEnglishDescription</key><string>%s</string></dict>";

    @Test
    void saysDomainCodeAndWordsOfEachErrorTheOutermostFirst() {
        String chain = ERROR.formatted(-319, "ConfigProfilePluginDomain", "The profile is not valid.")
                + ERROR.formatted(4001, "MCInstallationErrorDomain", "It could not be installed.");
        assertThat(lines(chain))
                .containsExactly(
                        "ConfigProfilePluginDomain (-319): The profile is not valid.",
                        "MCInstallationErrorDomain (4001): It could not be installed.");
    }

    @Test
    void takesTheMacsOwnLanguageWhereItTellsNoEnglish() {
        assertThat(lines("<dict><key>ErrorDomain</key><string>D</string><key>LocalizedDescription</key>"
                        + "<string>Das Profil ist ungültig.</string></dict>"))
                .containsExactly("D: Das Profil ist ungültig.");
    }

    @Test
    void saysWhatThereIs() {
        assertThat(lines("<dict><key>ErrorCode</key><integer>12</integer></dict><string>x</string><dict/>"))
                .containsExactly(" (12)".strip());
    }

    @Test
    void leavesNothingInThatATerminalWouldObeyAndEndsSomewhere() {
        assertThat(lines(ERROR.formatted(1, "D", "one\ntwo\u009b31m" + "x".repeat(10_000)))
                        .get(0))
                .startsWith("D (1): one two 31mx")
                .hasSizeLessThan(510)
                .endsWith("…");
        assertThat(lines(ERROR.formatted(1, "D", "again").repeat(100))).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "<plist version=\"1.0\"><array/></plist>",
                "<plist version=\"1.0\"><dict/></plist>"
            })
    void saysNothingOfWhatIsNoReport(String report) {
        assertThat(ErrorChain.of(new Bytes(report.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    private static List<String> lines(String chain) {
        String report =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><plist version=\"1.0\"><dict><key>ErrorChain</key><array>"
                        + chain + "</array><key>Status</key><string>Error</string></dict></plist>";
        return ErrorChain.of(new Bytes(report.getBytes(StandardCharsets.UTF_8)));
    }
}
