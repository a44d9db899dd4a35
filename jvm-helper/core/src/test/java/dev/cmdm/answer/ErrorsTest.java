// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.cmdm.config.ConfigurationException;
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.plist.PlistException;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.PlistReader;
import dev.cmdm.profile.ProfileException;
import dev.cmdm.sign.IdentityException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ErrorsTest {
    @Test
    void everyRuleOfInputHasItsClass() {
        Set<String> rules = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.cmdm").stream()
                        .filter(type -> type.isAssignableTo(PlistException.class)
                                || type.isAssignableTo(ProfileException.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toSet());
        assertThat(Errors.inputRules()).containsAll(rules);
    }

    @Test
    void aBrokenFileIsToldWithItsPlaceAndItsExitNumber() {
        ErrorInfo error = Errors.of(broken("<plist version=\"1.0\"><dict><key>a</key></dict></plist>"));
        assertThat(error.errorClass()).isEqualTo("malformed-plist");
        assertThat(error.where()).contains("line 1");
        assertThat(error.exit()).isEqualTo(65);
    }

    @Test
    void aRefusedCredentialAndAnUnreachableServerHaveExitNumbersOfTheirOwn() {
        assertThat(Errors.of(new MdmUnavailableException("x", true)).exit()).isEqualTo(77);
        assertThat(Errors.of(new MdmUnavailableException("x", false)).exit()).isEqualTo(69);
        assertThat(Errors.of(new ConfigurationException("x")).exit()).isEqualTo(78);
    }

    @Test
    void anIdentityThatCannotSignIsAMatterOfConfigurationAndIsNamed() {
        ErrorInfo error = Errors.of(new IdentityException("/etc/cmdm/signing.p12", "the password is wrong") {
            private static final long serialVersionUID = 1L;
        });
        assertThat(error.line()).isEqualTo("/etc/cmdm/signing.p12: the password is wrong (signing-identity)");
        assertThat(error.exit()).isEqualTo(78);
    }

    @Test
    void anErrorOfCmdmItselfSaysSoAndShowsNoDetail() {
        ErrorInfo error = Errors.of(new IllegalStateException("a secret"));
        assertThat(error.errorClass()).isEqualTo("internal");
        assertThat(error.line()).doesNotContain("a secret");
    }

    @Test
    void anErrorIsOneLine() {
        assertThat(Errors.of(new ConfigurationException("one\n  two")).message())
                .isEqualTo("one two");
    }

    @Test
    void ofSeveralExitNumbersTheOneThatAPersonMustMendFirstCounts() {
        assertThat(Exit.worst(List.of())).isZero();
        assertThat(Exit.worst(List.of(Exit.FAILED, Exit.UNAVAILABLE, Exit.AUTHENTICATION)))
                .isEqualTo(77);
        assertThat(Exit.worst(List.of(Exit.CHANGES, Exit.PENDING, Exit.BLOCKED, Exit.FAILED)))
                .isEqualTo(1);
        assertThat(Exit.worst(List.of(Exit.DATA, Exit.FAILED))).isEqualTo(65);
    }

    private static PlistException broken(String xml) {
        try {
            new PlistReader(PlistLimits.forProfile()).read(xml.getBytes(StandardCharsets.UTF_8));
            throw new AssertionError("it was read");
        } catch (PlistException e) {
            return e;
        }
    }
}
