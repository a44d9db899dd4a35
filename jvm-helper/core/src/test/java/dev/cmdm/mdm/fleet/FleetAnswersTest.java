// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FleetAnswersTest extends FleetFixture {
    private static final String REPORT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <plist version="1.0"><dict><key>ErrorChain</key><array><dict><key>ErrorCode</key><integer>-319</integer>\
            <key>ErrorDomain</key><string>ConfigProfilePluginDomain</string><key>LocalizedDescription</key>\
            <string>The profile is not valid.</string></dict></array><key>Status</key><string>Error</string></dict></plist>
            """;

    @ParameterizedTest
    @CsvSource({
        "On (manual), , ENROLLED",
        "On (automatic), '\"connected_to_fleet\":true', ENROLLED",
        "On (automatic), '\"connected_to_fleet\":null', ENROLLED",
        "On (manual), '\"connected_to_fleet\":false', NOT_ENROLLED",
        "Off, , NOT_ENROLLED",
        "Pending, , NOT_ENROLLED",
        "'', , NOT_ENROLLED"
    })
    void tellsWhetherItManagesAMac(String enrollment, String more, Standing standing) {
        server.then(host(enrollment, more == null ? "" : more));
        assertThat(mdm.standing(MAC)).isEqualTo(standing);
    }

    @Test
    void takesAHostForTheMacOnlyIfItsUuidAndSerialNumberAreTheMacsOwn() {
        server.then(
                host(UDID.toLowerCase(Locale.ROOT), "c02xk1abcdef", "On (manual)", ""),
                host(UDID, "", "On (manual)", ""),
                host(UDID, "OTHER", "On (manual)", ""),
                host("00000000-0000-0000-0000-000000000000", "C02XK1ABCDEF", "On (manual)", ""));
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.ENROLLED);
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.ENROLLED);
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.UNKNOWN);
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void tellsAMissingHostFromAMissingApi() {
        server.then(
                error(404, "base", "Host was not found in the datastore"),
                TestServer.answer(404, "text/plain", "404 page not found\n"));
        assertThat(mdm.standing(MAC)).isEqualTo(Standing.UNKNOWN);
        assertThatThrownBy(() -> mdm.standing(MAC))
                .isInstanceOf(MdmUnavailableException.class)
                .hasMessage(mdm.address() + " answered 404: there is no such API here; check mdm.url and mdm.product");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"host\":null}", "[]", "<html></html>"})
    void doesNotTakeAnythingElseForAHost(String body) {
        server.then(TestServer.json(200, body));
        assertThatThrownBy(() -> mdm.standing(MAC)).hasMessageContaining("gave no host");
    }

    @ParameterizedTest
    @CsvSource({
        "Pending, Waiting[]",
        "NotNow, NotNow[]",
        "Acknowledged, Acknowledged[]",
        "Error, Failed[words=[ConfigProfilePluginDomain (-319): The profile is not valid.]]",
        "CommandFormatError, Failed[words=[ConfigProfilePluginDomain (-319): The profile is not valid.]]",
        "SomethingNew, Waiting[]"
    })
    void tellsWhatTheMacMadeOfACommand(String status, String result) {
        server.then(results(UDID.toLowerCase(Locale.ROOT), status, REPORT));
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-1")).orElseThrow()).hasToString(result);
        assertThat(line(0)).isEqualTo("GET /api/v1/fleet/commands/results?command_uuid=c-1 HTTP/1.1");
    }

    @Test
    void knowsACommandThatNoMacAnsweredFromOneThatWasNeverQueued() {
        server.then(
                TestServer.json(200, "{}"),
                TestServer.json(200, "{\"results\":null}"),
                error(404, "base", "MDMCommand was not found in the datastore"));
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-1"))).contains(new CommandResult.Waiting());
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-1"))).contains(new CommandResult.Waiting());
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-1"))).contains(new CommandResult.Unknown());
    }

    @Test
    void takesTheResultOfItsOwnMacOnly() {
        server.then(results("00000000-0000-0000-0000-000000000000", "Error", REPORT));
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-1"))).contains(new CommandResult.Waiting());
    }

    @ParameterizedTest
    @CsvSource({
        "Error, the Mac refused it and said no reason",
        "CommandFormatError, the Mac did not understand the command"
    })
    void hasWordsForARefusalWithoutAny(String status, String words) {
        server.then(results(UDID, status, "nothing"));
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-1"))).contains(new CommandResult.Failed(List.of(words)));
    }

    @Test
    void cannotTellWhileItIsDown() {
        server.then(TestServer.json(502, ""));
        assertThatThrownBy(() -> mdm.findResult(MAC, Mdms.inquiry("c-1"))).isInstanceOf(MdmUnavailableException.class);
        server.then(error(500, "base", "out of order"));
        assertThatThrownBy(() -> mdm.findResult(MAC, Mdms.inquiry("c-1")))
                .hasMessage(mdm.address() + " answered 500: out of order");
    }

    @Test
    void tellsNoQueueForResultsTellMore() {
        assertThat(mdm.findQueued(MAC)).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void probesTheTokenItsRoleAndTheVersion() {
        server.then(
                TestServer.json(200, "{\"user\":{\"id\":1,\"global_role\":\"maintainer\"}}"),
                TestServer.json(200, "{\"version\":\"4.73.0\"}"));
        assertThat(mdm.probe())
                .isEqualTo(new Probe(true, true, "Fleet 4.73.0 at " + mdm.address() + ", as maintainer"));
        server.then(
                TestServer.json(200, "{\"user\":{\"id\":1,\"global_role\":null,\"teams\":[]}}"),
                TestServer.json(403, "{}"));
        assertThat(mdm.probe()).isEqualTo(new Probe(true, true, "Fleet at " + mdm.address()));
    }

    @Test
    void saysWhatToDoAboutATokenThatMayOnlyLook() {
        server.then(
                TestServer.json(200, "{\"user\":{\"id\":1,\"global_role\":\"observer\"}}"),
                TestServer.json(200, "{\"version\":\"4.73.0\"}"));
        assertThat(mdm.probe())
                .isEqualTo(new Probe(
                        true,
                        false,
                        "Fleet 4.73.0 at " + mdm.address() + ": the user of this token has the role observer, which may"
                                + " send no commands; make it a maintainer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"message\":\"Authentication required\"} | answered 401: it refused the credential; check mdm.credential",
                "404 | nothing | answered 404: there is no such API here; check mdm.url and mdm.product",
                "200 | {\"version\":\"1\"} | gave no user; check mdm.url and mdm.product"
            })
    void saysWhatIsWrongWithAServerThatIsNoFleetOrRefusesTheToken(int status, String body, String words) {
        server.then(TestServer.json(status, body));
        assertThat(mdm.probe()).isEqualTo(new Probe(true, false, mdm.address() + " " + words));
    }

    @Test
    void isNotReachedWhenNothingListens() throws Exception {
        server.close();
        assertThat(mdm.probe().reached()).isFalse();
    }

    private static TestServer.Act results(String host, String status, String report) {
        String base64 = Base64.getEncoder().encodeToString(report.getBytes(StandardCharsets.UTF_8));
        return TestServer.json(
                200,
                "{\"results\":[{\"host_uuid\":\"" + host + "\",\"command_uuid\":\"c-1\",\"status\":\"" + status
                        + "\",\"payload\":\"" + "QUFB".repeat(1000) + "\",\"result\":\"" + base64 + "\"}]}");
    }
}
