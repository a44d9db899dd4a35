// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
    @Test
    void readsWhatSettingsAndVariablesHold() {
        assertThat(Proxy.parse("http://proxy.acme.example:3128", "mdm.proxy").address())
                .isEqualTo("proxy.acme.example:3128");
        assertThat(Proxy.parse("proxy.acme.example:3128/", "HTTPS_PROXY").address())
                .isEqualTo("proxy.acme.example:3128");
        assertThat(Proxy.parse("http://proxy.acme.example", "HTTPS_PROXY").port())
                .isEqualTo(80);
    }

    @Test
    void readsTheCredentialThatVariablesMayHoldAndDoesNotPrintIt() {
        Proxy proxy = Proxy.parse("http://us%40er:can%3Aary+1@proxy.acme.example:3128", "HTTPS_PROXY");
        assertThat(proxy.credential().map(Secret::expose)).contains("us@er:can:ary+1");
        assertThat(proxy.toString()).doesNotContain("ary+1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://user:canary@proxy:1", "socks5://proxy:1", "http://", "a b", "http://user:canary@"})
    void refusesWhatItCannotUseAndDoesNotRepeatIt(String text) {
        assertThatThrownBy(() -> Proxy.parse(text, "HTTPS_PROXY"))
                .isInstanceOf(LinkException.class)
                .hasMessage("the proxy in HTTPS_PROXY is none that can be used; write http://host:port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "mdm.acme.example",
                "MDM.acme.example",
                "other.example , acme.example",
                ".acme.example",
                "*.acme.example",
                "mdm.acme.example:443"
            })
    void doesNotServeWhatIsExcepted(String except) {
        Proxy proxy = Proxy.parse("http://proxy:1", "mdm.proxy").without(except);
        assertThat(proxy.serves(ServerUrl.parse("https://mdm.acme.example"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "cme.example", "acme.example.org", "mdm.acme.example:8443", "example:443"})
    void servesAllOthers(String except) {
        Proxy proxy = Proxy.parse("http://proxy:1", "mdm.proxy").without(except);
        assertThat(proxy.serves(ServerUrl.parse("https://mdm.acme.example"))).isTrue();
    }

    @Test
    void servesNoServerOnThisMachine() {
        Proxy proxy = Proxy.parse("http://proxy:1", "mdm.proxy");
        assertThat(proxy.serves(ServerUrl.parse("http://127.0.0.1:8080"))).isFalse();
        assertThat(proxy.serves(ServerUrl.parse("https://localhost"))).isFalse();
    }
}
