// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandPolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"ProfileList", "DeviceInformation", "SecurityInfo", "CertificateList", "InstalledApplicationList"
            })
    void whatOnlyAsksMayBeSent(String type) {
        assertThatCode(() -> new CommandPolicy("").check(type)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EraseDevice",
                "DeviceLock",
                "RestartDevice",
                "InstallApplication",
                "Settings",
                "DeclarativeManagement",
                "SomethingNew",
                "profilelist"
            })
    void anythingElseAndWhatIsUnknownNeedsTheSettings(String type) {
        assertThatThrownBy(() -> new CommandPolicy("").check(type))
                .isInstanceOf(CommandNotAllowedException.class)
                .hasMessage(type + " is not among the commands that only ask; name it in commands.allow if this machine"
                        + " may send it");
        assertThatCode(() -> new CommandPolicy("Other, " + type).check(type)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"InstallProfile", "RemoveProfile", "installprofile"})
    void profilesGoThroughThePlanWhateverTheSettingsSay(String type) {
        assertThatThrownBy(() -> new CommandPolicy(type).check(type))
                .isInstanceOf(CommandNotAllowedException.class)
                .hasMessageContaining("goes through the plan: declare the profile");
    }

    @Test
    void theListHoldsNamesOnly() {
        assertThat(CommandPolicy.readOnly())
                .hasSizeGreaterThan(10)
                .allMatch(name -> GivenCommand.TYPE.matcher(name).matches());
    }
}
