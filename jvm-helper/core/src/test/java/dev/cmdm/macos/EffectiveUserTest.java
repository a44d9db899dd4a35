// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.process.SystemProcessRunner;
import org.junit.jupiter.api.Test;

class EffectiveUserTest {
    private static final String ASK = "/usr/bin/id -u";

    @Test
    void isRootOnlyWithTheNumberZero() {
        assertThat(user(new RecordedTools().answer(ASK, "0\n")).root()).isTrue();
        assertThat(user(new RecordedTools().answer(ASK, "501\n")).root()).isFalse();
        assertThat(user(new RecordedTools().answer(ASK, "4294967294\n")).root()).isFalse();
    }

    @Test
    void isAskedOnce() {
        RecordedTools tools = new RecordedTools().answer(ASK, "0\n");
        EffectiveUser user = user(tools);
        assertThat(tools.calls()).isEmpty();
        assertThat(user.root() && user.root()).isTrue();
        assertThat(tools.calls()).containsExactly(ASK);
    }

    @Test
    void isNeverGuessed() {
        assertUnknown(new RecordedTools());
        assertUnknown(new RecordedTools().answer(ASK, ""));
        assertUnknown(new RecordedTools().answer(ASK, "root\n"));
        assertUnknown(new RecordedTools().answer(ASK, "-1\n"));
        assertUnknown(new RecordedTools().answer(ASK, 1, "0\n", "id: cannot find your user"));
    }

    @Test
    void isKnownOnThisMachine() {
        EffectiveUser user = new EffectiveUser(new SystemProcessRunner(), EffectiveUser.ID);
        assertThat(user.root()).isEqualTo("root".equals(System.getProperty("user.name")));
    }

    private static EffectiveUser user(RecordedTools tools) {
        return new EffectiveUser(tools, EffectiveUser.ID);
    }

    private static void assertUnknown(RecordedTools tools) {
        assertThatThrownBy(() -> user(tools).root())
                .isInstanceOf(StateUnreadableException.class)
                .hasMessageStartingWith("id -u ")
                .hasMessageEndingWith("; nothing was changed");
    }
}
