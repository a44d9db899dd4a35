// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.secret.SecretSource.Command;
import dev.cmdm.secret.SecretSource.Keychain;
import dev.cmdm.secret.SecretSource.SecretFile;
import dev.cmdm.secret.SecretSource.Variable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSourceTest {
    @Test
    void readsTheFourForms() {
        assertThat(SecretSource.parse("env:CMDM_KEY")).isEqualTo(new Variable("CMDM_KEY"));
        assertThat(SecretSource.parse("file:/etc/cmdm/../cmdm/mdm.key"))
                .isEqualTo(new SecretFile(Path.of("/etc/cmdm/mdm.key")));
        assertThat(SecretSource.parse("keychain:MDM key")).isEqualTo(new Keychain("MDM key"));
        assertThat(SecretSource.parse("command:[ \"op\" , \"read\",\"op://a b/c\\\"\\u0064\\n\"]"))
                .isEqualTo(new Command(List.of("op", "read", "op://a b/c\"d\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canary",
                "",
                ":canary",
                "pass:canary",
                "env:",
                "env:canary-1",
                "env:1canary",
                "file:canary",
                "file:",
                "file:~/canary",
                "file:/\u0000canary",
                "keychain:",
                "keychain: ",
                "keychain:-canary",
                "keychain:a\ncanary",
                "command:",
                "command:op read canary",
                "command:[]",
                "command:[\"\"]",
                "command:[\"canary]",
                "command:[\"canary\"",
                "command:[\"canary\"]x",
                "command:[\"canary\",]",
                "command:[canary]",
                "command:[\"canary\\x\"]",
                "command:[\"canary\\u00g0\"]",
                "command:[\"canary\n\"]",
                "command:[\"op\",\"canary\\u0000\"]",
                "command:[\"op\" \"canary\"]",
                "command:[\"op\",7]"
            })
    void refusesWhatIsNoSourceAndDoesNotRepeatIt(String text) {
        assertThatThrownBy(() -> SecretSource.parse(text))
                .isInstanceOf(SecretSourceMalformedException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void printsTheProgramOfACommandButNotItsArguments() {
        assertThat(SecretSource.parse("command:[\"/opt/vault\",\"--token\",\"canary\"]"))
                .hasToString("command:/opt/vault");
    }
}
