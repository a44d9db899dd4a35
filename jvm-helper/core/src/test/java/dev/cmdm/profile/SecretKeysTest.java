// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import static dev.cmdm.profile.Values.array;
import static dev.cmdm.profile.Values.dict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Dict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeysTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password",
                "AutologinPassword",
                "IncomingPassword",
                "RemovalPassword",
                "XAuthPassword",
                "sharedSecret",
                "SharedSecret",
                "Challenge",
                "RegistrationToken",
                "password",
                "adminpassword",
                "ADMIN_PASSWORD",
                "Passwords",
                "UserPIN",
                "user-pin",
                "pin",
                "PSK",
                "preSharedKey",
                "apiKey",
                "API_KEY",
                "api.token",
                "TOKEN",
                "DBPwd",
                "PrivateKey",
                "RecoveryKey",
                "Passphrase"
            })
    void recognisesKeysOfSecretsByTheirLastWord(String key) {
        assertThat(SecretKeys.matches(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PasswordType",
                "passwordContentRegex",
                "askForPasswordDelay",
                "XAuthPasswordEncryption",
                "PasscodeType",
                "tokenRemovalAction",
                "TokenToUserMapping",
                "DeviceKey",
                "CodeRequirement",
                "spin",
                "Bypass",
                "orientation",
                "betoken",
                "SSID_STR",
                "siteCode",
                "hotKey",
                "Mapping",
                ""
            })
    void takesNoOtherKeyForOne(String key) {
        assertThat(SecretKeys.matches(key)).isFalse();
    }

    @Test
    void findsTheirValuesAtAnyDepthAndInArrays() {
        Dict content = dict(
                "Password", "canary",
                "PayloadContent", array(dict("Passwords", array("one", "two"), "Name", "n")),
                "Nested", dict("Token", PlistValue.Data.of(new byte[] {1}), "PIN", 1234));
        assertThat(SecretKeys.in(content))
                .extracting(Object::toString)
                .containsExactly(
                        "Password",
                        "PayloadContent[0].Passwords[0]",
                        "PayloadContent[0].Passwords[1]",
                        "Nested.Token",
                        "Nested.PIN");
    }

    @Test
    void passesOverWhatHoldsNoSecret() {
        Dict content = dict(
                "allowPassword",
                true,
                "Password",
                "",
                "Token",
                PlistValue.Data.of(new byte[0]),
                "Passwords",
                array(dict("DeviceName", "Hall")));
        assertThat(SecretKeys.in(content)).isEmpty();
    }
}
