// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ServerSettingsTest {
    @Test
    void needsNoMoreThanNameProductAndKey() {
        var settings = parse("{\"name\":\"m\",\"product\":\"micromdm\",\"apiKey\":\"k\"}");
        assertThat(settings.product()).isEqualTo(Product.MICROMDM);
        assertThat(settings.port()).isZero();
        assertThat(settings.pushCertificate()).isTrue();
        assertThat(settings.topic()).startsWith("com.apple.mgmt.External.");
        assertThat(settings.queueDelay()).isEqualTo(Duration.ofMillis(200));
        assertThat(settings.webhookUrl()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"storage\":\"file\""})
    void readsNanoHubWithItsStorageInFiles(String storage) {
        var settings = parse("{\"name\":\"m\",\"product\":\"nanohub\",\"apiKey\":\"k\"" + storage + "}");
        assertThat(settings.product()).isEqualTo(Product.NANOHUB);
    }

    @Test
    void readsMdmDirector() {
        assertThat(parse("{\"name\":\"m\",\"product\":\"mdmdirector\",\"apiKey\":\"k\"}")
                        .product())
                .isEqualTo(Product.MDMDIRECTOR);
    }

    @Test
    void readsEverythingElse() {
        var settings = parse("""
                {"name":"n","product":"nanomdm","storage":"pgsql","apiKey":"k","port":9000,"topic":"t",
                 "pushCertificate":false,"queueDelaySeconds":1.5,"webhookUrl":"http://127.0.0.1:1/w","webhookHmacKey":"h"}
                """);
        assertThat(settings.product()).isEqualTo(Product.NANOMDM_PGSQL);
        assertThat(settings.port()).isEqualTo(9000);
        assertThat(settings.pushCertificate()).isFalse();
        assertThat(settings.queueDelay()).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.webhookUrl()).contains(URI.create("http://127.0.0.1:1/w"));
        assertThat(settings.webhookHmacKey()).contains("h");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | server field \"name\": nothing is not given",
                "{\"name\":\"m\",\"product\":\"mosyle\"} | server field \"product\": mosyle with storage \"\" is not "
                        + "micromdm, mdmdirector, nanohub, workspaceone, jamf, fleet, or nanomdm with storage filekv or pgsql",
                "{\"name\":\"m\",\"product\":\"nanohub\",\"storage\":\"pgsql\",\"apiKey\":\"k\"} | server field \"product\": nanohub with "
                        + "storage \"pgsql\" is not micromdm, mdmdirector, nanohub, workspaceone, jamf, fleet, or nanomdm with storage filekv or pgsql",
                "{\"name\":\"m\",\"product\":\"nanomdm\"} | server field \"apiKey\": nothing is not given"
            })
    void saysWhatIsWrong(String server, String message) {
        assertThatThrownBy(() -> parse(server))
                .isInstanceOf(BadServerException.class)
                .hasMessage(message);
    }

    @Test
    void doesNotPrintTheKey() {
        assertThat(parse("{\"name\":\"m\",\"product\":\"micromdm\",\"apiKey\":\"k3y\"}")
                        .toString())
                .doesNotContain("k3y");
    }

    private static ServerSettings parse(String json) {
        return ServerSettings.parse(JsonMapper.shared().readTree(json));
    }
}
