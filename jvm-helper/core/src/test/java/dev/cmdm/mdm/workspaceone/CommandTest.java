// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.ProfileList;
import dev.cmdm.mdm.Command.Request.Raw;
import dev.cmdm.mdm.Command.Request.RemoveProfile;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.SizeLimit;
import dev.cmdm.mdm.SizeUnit;
import dev.cmdm.mdm.Trait;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Text;
import dev.cmdm.profile.ProfileIdentifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queueing a custom command. */
class CommandTest extends UemFixture {
    private static final String PATH = "/api/mdm/devices/commands?command=CustomMdmCommand&searchby=Serialnumber&id=";

    @Test
    void sendsTheInnerDictionaryForTheMacOfThisSerialNumberAndAsksNothingBefore() {
        server.then(ACCEPTED);
        assertThat(mdm.send(MAC, Mdms.install("c-1"))).isEqualTo(new Delivery.Queued(Optional.empty()));
        assertThat(lines()).containsExactly("POST " + PATH + SERIAL);
        assertThat(server.requests().get(0).text())
                .isEqualTo("{\"CommandXml\":\"<dict><key>Payload</key><data>PHBsaXN0Lz4=</data>"
                        + "<key>RequestType</key><string>InstallProfile</string></dict>\"}");
    }

    @Test
    void bringsPasswordTenantCodeAndTheVersionItReads() {
        server.then(ACCEPTED);
        mdm.send(MAC, Mdms.install("c-1"));
        assertThat(server.requests().get(0).headers())
                .containsEntry("authorization", basic("api-account"))
                .containsEntry("aw-tenant-code", TENANT_CODE)
                .containsEntry("accept", "application/json;version=1")
                .hasEntrySatisfying("content-type", type -> assertThat(type).startsWith("application/json"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void takesEachOfTheseForQueued(int status) {
        server.then(answer(status, ""));
        assertThat(mdm.send(MAC, Mdms.install("c-1"))).isEqualTo(new Delivery.Queued(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            422 | 1012   | Element: customCommandModel.CommandXml Message: CommandXml length cannot be greater than 2000. | TooLarge
            400 | "1012" | something else                 | TooLarge
            422 | 7      | The Length is wrong            | TooLarge
            422 | 7      | The profile is wrong           | Refused
            400 | 400    | The command is not supported.  | Refused
            404 | 404    | Device not found.              | UnknownDevice
            401 | 1005   | User is not authorized.        | AuthenticationRefused
            403 | 1005   | User is not authorized.        | AuthenticationRefused
            500 | 1000   | Internal server error          | Lost
            """)
    void understandsEachRefusal(int status, String code, String message, String delivery) {
        server.then(error(status, code, message));
        assertThat(mdm.send(MAC, Mdms.install("c-1")).getClass().getSimpleName())
                .isEqualTo(delivery);
    }

    @Test
    void tellsTheCodeTheWordsAndTheActivityOfARefusal() {
        server.then(error(422, "7", "The profile is wrong"));
        assertThat(mdm.send(MAC, Mdms.install("c-1")))
                .isEqualTo(
                        new Delivery.Refused(
                                mdm.address()
                                        + " answered 422, error 7: The profile is wrong (activityId 3f0c7f2e-2b9a-4c5e-9a53-4b1f64b1f001)"));
    }

    @Test
    void masksCredentialsThatARefusalRepeats() {
        server.then(error(
                400, "7", "no " + TENANT_CODE + " nor " + basic("api-account").substring(6)));
        assertThat(mdm.send(MAC, Mdms.install("c-1")).toString())
                .contains("no *** nor ***")
                .doesNotContain(TENANT_CODE);
    }

    @Test
    void takesA404ThatIsNotItsOwnForAWrongUrl() {
        server.then(TestServer.answer(404, "text/html", "<html>secret page</html>"));
        assertThat(mdm.send(MAC, Mdms.install("c-1")).toString())
                .contains("Refused", "check mdm.url")
                .doesNotContain("secret page");
    }

    @Test
    void tellsALostAnswerFromAServerThatIsDown() throws IOException {
        server.then(lost());
        assertThat(mdm.send(MAC, Mdms.install("c-1"))).isInstanceOf(Delivery.Lost.class);
        assertThat(server.requests()).hasSize(1);
        server.close();
        assertThat(mdm.send(MAC, Mdms.install("c-1"))).isInstanceOf(Delivery.Unreachable.class);
    }

    @Test
    void sendsNothingThatIsLongerThanTheLimit() {
        settings.put("mdm.command_limit", "108");
        open();
        assertThat(mdm.send(MAC, Mdms.install("c-1")).toString())
                .contains("TooLarge", "109 characters", "takes 108 (mdm.command_limit)");
        assertThat(server.requests()).isEmpty();
        settings.put("mdm.command_limit", "109");
        open();
        server.then(ACCEPTED);
        assertThat(mdm.send(MAC, Mdms.install("c-1"))).isInstanceOf(Delivery.Queued.class);
    }

    @Test
    void measuresACommandAsItIsSent() {
        Command install = Mdms.install("c-1");
        assertThat(CommandXml.find(install.request()).orElseThrow())
                .hasSize((int) SizeUnit.COMMAND_XML.of("<plist/>".length()));
    }

    @Test
    void removesByAnIdentifierInAscii() {
        server.then(ACCEPTED);
        mdm.send(MAC, new Command("c-1", new RemoveProfile(new ProfileIdentifier("com.exämple.<&>"))));
        assertThat(server.requests().get(0).text())
                .isEqualTo("{\"CommandXml\":\"<dict><key>Identifier</key><string>com.ex&#228;mple.&lt;&amp;></string>"
                        + "<key>RequestType</key><string>RemoveProfile</string></dict>\"}");
    }

    @Test
    void sendsOtherCommandsAsTheyAre() {
        server.then(ACCEPTED, ACCEPTED);
        mdm.send(MAC, new Command("c-1", new ProfileList(true)));
        Dict raw = new Dict(Map.of("RequestType", new Text("RestartDevice")));
        mdm.send(MAC, new Command("c-2", new Raw("RestartDevice", raw)));
        assertThat(server.requests().get(0).text()).contains("<key>ManagedOnly</key><true/>");
        assertThat(server.requests().get(1).text())
                .isEqualTo("{\"CommandXml\":\"<dict><key>RequestType</key><string>RestartDevice</string></dict>\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../devices", "A&id=B", "A%26", ""})
    void sendsNothingForASerialNumberThatCannotStandInAPath(String serial) {
        assertThat(mdm.send(Mdms.device(serial, "U"), Mdms.install("c-1"))).isInstanceOf(Delivery.Refused.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void refusesAnIdentifierThatHasNoXmlFormAndSendsNothing() {
        Command odd = new Command("c-1", new RemoveProfile(new ProfileIdentifier("com.example.\ufffe")));
        assertThat(mdm.send(MAC, odd)).isInstanceOf(Delivery.Refused.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void saysWhatItCanDoWithoutAnyRequest() {
        assertThat(mdm.capabilities().command()).contains(new SizeLimit(2000, SizeUnit.COMMAND_XML));
        assertThat(mdm.capabilities().traits()).containsExactlyInAnyOrder(Trait.PASSES_SIGNED, Trait.TAKES_RAW);
        settings.put("mdm.objects", "true");
        open();
        assertThat(mdm.capabilities().has(Trait.MAKES_OBJECTS)).isTrue();
        assertThat(mdm.findQueued(MAC)).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    private static String basic(String user) {
        return "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + Mdms.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }
}
