// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://mdm.example.com, mdm.example.com:443, https://mdm.example.com:443/x",
        "HTTPS://MDM.example.com:8443/, mdm.example.com:8443, https://mdm.example.com:8443/x",
        "https://mdm.example.com/api/v1/nanomdm/, mdm.example.com:443, https://mdm.example.com:443/api/v1/nanomdm/x",
        "https://10.0.0.1:9000, 10.0.0.1:9000, https://10.0.0.1:9000/x",
        "http://127.0.0.1:9000, 127.0.0.1:9000, http://127.0.0.1:9000/x",
        "http://127.255.7.9, 127.255.7.9:80, http://127.255.7.9:80/x",
        "http://localhost:9000, localhost:9000, http://localhost:9000/x",
        "http://[::1]:9000, [::1]:9000, http://[::1]:9000/x"
    })
    void readsUrls(String text, String address, String resolved) {
        ServerUrl url = ServerUrl.parse(text);
        assertThat(url.address()).isEqualTo(address);
        assertThat(url.resolve("/x")).hasToString(resolved);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mdm.example.com", "http://10.0.0.1", "http://127.0.0.1.example.com",
                "http://localhost.example.com", "http://[::2]", "http://128.0.0.1"
            })
    void refusesHttpBeyondThisMachineAndSaysWhy(String text) {
        assertThat(refusal(text)).contains("could be read on the way; use https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mdm.example.com",
                "/path",
                "https://",
                "https:mdm",
                "ftp://127.0.0.1",
                "file:///etc/passwd",
                "https://mdm example.com",
                "https://mdm.example.com:0",
                "https://mdm.example.com:65536",
                "https://mdm.example.com/../x",
                "https://mdm.example.com/a//b",
                "https://mdm.example.com/%2e",
                "http://127.1",
                "http://127.0.0.256"
            })
    void refusesWhatIsNoUrlOfAServer(String text) {
        assertThat(refusal(text)).isNotEmpty();
    }

    @Test
    void refusesAPasswordInTheUrlAndDoesNotRepeatIt() {
        assertThat(refusal("https://micromdm:canary@mdm.example.com"))
                .contains("the credential has a setting of its own")
                .doesNotContain("canary");
        assertThat(refusal("https://mdm.example.com/?key=canary")).doesNotContain("canary");
        assertThat(refusal("https://micromdm:canary@ mdm")).doesNotContain("canary");
    }

    private static String refusal(String text) {
        ServerUrlException e = catchThrowableOfType(ServerUrlException.class, () -> ServerUrl.parse(text));
        assertThat(e).as(text).isNotNull();
        return e.getMessage();
    }
}
