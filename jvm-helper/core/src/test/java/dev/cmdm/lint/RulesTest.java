// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import static dev.cmdm.lint.Linted.SYSTEM;
import static dev.cmdm.lint.Linted.findings;
import static dev.cmdm.lint.Linted.payload;
import static dev.cmdm.lint.Linted.profile;
import static dev.cmdm.lint.Linted.second;
import static dev.cmdm.lint.RuleCase.PLAIN;
import static dev.cmdm.lint.RuleCase.tile;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each code a profile that breaks the rule and one that does not. */
class RulesTest {
    static Stream<RuleCase> cases() {
        return Stream.of(
                        SchemaCases.types(),
                        SchemaCases.keys(),
                        SchemaCases.versions(),
                        DeliveryCases.deliveries(),
                        DeliveryCases.several(),
                        ProfileCases.top(),
                        ProfileCases.tolerated())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aProfileThatBreaksARuleHasItsFindingAndTheOneThatKeepsItHasNot(RuleCase rule) {
        assertThat(findings(rule.breaks(), rule.macos()))
                .filteredOn(finding -> finding.code().equals(rule.code().word()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.keyPath()).isEqualTo(rule.at());
                    assertThat(finding.severity()).isEqualTo(rule.code().severity());
                    assertThat(finding.identifier()).isEqualTo("com.acme.test");
                    assertThat(finding.message()).isNotBlank().doesNotContain("\n");
                    assertThat(finding.hint()).isNotBlank();
                });
        assertThat(findings(rule.keeps(), rule.macos()))
                .extracting(Finding::code)
                .doesNotContain(rule.code().word());
    }

    @Test
    void everyCodeHasACaseExceptThoseThatNoProfileAloneCallsFor() {
        Set<Code> tested =
                cases().map(RuleCase::code).collect(Collectors.toCollection(() -> EnumSet.noneOf(Code.class)));
        assertThat(EnumSet.complementOf(EnumSet.copyOf(tested)))
                .containsExactlyInAnyOrder(Code.UNKNOWN_IGNORE, Code.FILLED_IN, Code.MORE_WARNINGS);
    }

    @Test
    void aPlainProfileWithAPreferenceDomainOfAnAppHasNoFinding() {
        assertThat(findings(PLAIN, "26.0")).isEmpty();
    }

    @Test
    void aWarningOfReadingTellsNothingTwice() {
        assertThat(findings(PLAIN.replace(">System<", ">system<")))
                .extracting(Finding::code)
                .containsExactly("odd-scope");
        assertThat(findings(PLAIN.replaceFirst("<key>PayloadVersion</key><integer>1</integer>", "")))
                .extracting(Finding::code)
                .containsExactly("missing-version");
    }

    @Test
    void aPlaceholderInAValueIsNotHeldAgainstItsListOrFormat() {
        String dock = payload("com.apple.dock", "<key>orientation</key><string>${side}</string>");
        assertThat(findings(profile(SYSTEM, dock))).extracting(Finding::code).containsExactly("placeholder");
    }

    @Test
    void noFindingHoldsAValueOfTheProfile() {
        String keys = "<key>SSID_STR</key><integer>424242</integer><key>Password</key><string>hunter2</string>"
                + "<key>EncryptionType</key><string>hunter2</string><key>PayloadCertificateUUID</key><string>hunter2"
                + "</string>";
        List<Finding> findings = findings(profile(SYSTEM, payload("com.apple.wifi.managed", keys)));
        assertThat(findings)
                .extracting(Finding::code)
                .contains("wrong-kind", "value-not-allowed", "guessable-secret", "dangling-reference");
        assertThat(findings.toString()).doesNotContain("hunter2").doesNotContain("424242");
    }

    @Test
    void aFindingNamesAppleAndItsFile() {
        assertThat(findings(profile(SYSTEM, payload("com.apple.dock", tile(500)))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.source()).isEqualTo("Apple, com.apple.dock.yaml");
                    assertThat(finding.hint()).isEqualTo("write at least 16 and at most 128");
                });
    }

    @Test
    void theWorstFindingsComeFirst() {
        String dock = payload("com.apple.Dock", "") + second("com.apple.dock", tile(500));
        assertThat(findings(profile(SYSTEM, dock, "<dict/>")))
                .extracting(Finding::severity)
                .isSorted();
    }

    @Test
    void moreFindingsThanAnyoneReadsAreCounted() {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            keys.append("<key>unheard-of-").append(i).append("</key><true/>");
        }
        assertThat(findings(profile(SYSTEM, payload("com.apple.dock", keys.toString()))))
                .hasSize(201)
                .last()
                .satisfies(finding -> assertThat(finding.message()).startsWith("100 more"));
    }

    @Test
    void nothingIsWorkedOutForWhatIsOnlyCounted() {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            keys.append("<key>tilesize").append(i).append("</key><true/>");
        }
        AtomicInteger asked = new AtomicInteger();
        List<Finding> found = findings(profile(SYSTEM, payload("com.apple.dock", keys.toString())), path -> {
            asked.incrementAndGet();
            return 7;
        });
        assertThat(found).hasSize(201).first().extracting(Finding::line).isEqualTo(7);
        assertThat(asked).hasValue(200);
    }
}
