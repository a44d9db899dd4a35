// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.MdmEvent;
import dev.cmdm.mdm.ServerProfiles;
import dev.cmdm.plist.Bytes;
import dev.cmdm.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that real servers posted, and what others may. */
class WebhookTest {
    private static final String MICRO = "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8";
    private static final String NANO = "E038B886-8C08-4126-90EC-A40FD7B39D77";

    @ParameterizedTest
    @CsvSource({"micromdm, " + MICRO + ", e0856fc3-304f-46cf-8981-a29cffb10b61", "nanomdm-filekv, " + NANO + ", n-1"})
    void tellsThatAMacCarriedACommandOut(String server, String udid, String command) throws IOException {
        assertThat(recorded(server, "Connect-Acknowledged"))
                .contains(new MdmEvent.Answered(udid, command, new CommandResult.Acknowledged(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"micromdm, " + MICRO + ", 48471e6b-f964-49f6-8156-dee7f4dfe04d", "nanomdm-filekv, " + NANO + ", n-5"})
    void tellsInApplesWordsWhyAMacRefusedACommand(String server, String udid, String command) throws IOException {
        CommandResult failed = new CommandResult.Failed(
                List.of("MCMDMErrorDomain (12021): Unknown command: RemoveProfile <MDMClientError:91>"));
        assertThat(recorded(server, "Connect-Error"))
                .contains(new MdmEvent.Answered(udid, command, failed, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"micromdm, " + MICRO, "nanomdm-filekv, " + NANO})
    void tellsWhatElseAMacDoes(String server, String udid) throws IOException {
        assertThat(recorded(server, "Connect-Idle")).contains(new MdmEvent.Idle(udid));
        assertThat(recorded(server, "TokenUpdate")).contains(new MdmEvent.Reachable(udid));
        assertThat(recorded(server, "Authenticate").orElseThrow())
                .isInstanceOfSatisfying(
                        MdmEvent.Enrolling.class,
                        enrolling -> assertThat(enrolling.serial()).isPresent());
    }

    @Test
    void tellsThatAMacPutACommandOffOrLeft() {
        assertThat(event(
                        "mdm.Connect",
                        report("<key>CommandUUID</key><string>c</string><key>Status</key>"
                                + "<string>NotNow</string>")))
                .contains(new MdmEvent.Answered(MICRO, "c", new CommandResult.NotNow(), Optional.empty()));
        assertThat(event("mdm.CheckOut", report(""))).contains(new MdmEvent.Left(MICRO));
        assertThat(event("mdm.GetToken", report(""))).contains(new MdmEvent.Other(MICRO, "mdm.GetToken"));
    }

    @Test
    void takesTheListOfProfilesOutOfAnAnswer() {
        String list = "<key>CommandUUID</key><string>c</string><key>Status</key><string>Acknowledged</string>"
                + "<key>ProfileList</key><array><dict><key>PayloadIdentifier</key><string>com.acme.wifi</string>"
                + "<key>PayloadUUID</key><string>U</string><key>PayloadDisplayName</key><string>Wi-Fi</string></dict>"
                + "<dict><key>PayloadIdentifier</key><string>com.acme.torn</string></dict></array>";
        MdmEvent.Answered answered =
                (MdmEvent.Answered) event("mdm.Connect", report(list)).orElseThrow();
        assertThat(answered.profiles().orElseThrow().entries())
                .containsExactly(new ServerProfiles.Entry("com.acme.wifi", "U", "Wi-Fi"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"topic\":\"mdm.Connect\"}", "{\"topic\":1}", "null", "not JSON"})
    void hearsNothingInWhatIsNoEvent(String body) {
        assertThat(Webhook.read(bytes(body))).isEmpty();
    }

    @Test
    void hearsNothingFromAMacWhoseReportNamesAnother() {
        assertThat(event("mdm.Connect", "AAAA")).isEmpty();
        String other = report("").replace(MICRO, NANO);
        assertThat(event("mdm.CheckOut", other)).isEmpty();
        assertThat(Webhook.read(bytes("{\"topic\":\"mdm.CheckOut\",\"checkin_event\":{\"udid\":\"../x\","
                        + "\"raw_payload\":\"" + base64(report("").replace(MICRO, "../x")) + "\"}}")))
                .isEmpty();
    }

    @Test
    void knowsABodyThatWasSignedWithItsKey() {
        Bytes body = bytes("{\"a\":1}");
        String signature = "iKZ/JLvNrtDmyZdAS7eadDuvRMa6svTCcyjjAJ0i40I=";
        Secret key = Secret.of("key");
        assertThat(Webhook.isSigned(body, signature, key)).isTrue();
        assertThat(Webhook.isSigned(bytes("{\"a\":2}"), signature, key)).isFalse();
        assertThat(Webhook.isSigned(body, signature, Secret.of("other"))).isFalse();
        assertThat(Webhook.isSigned(body, signature + "!", key)).isFalse();
    }

    private static Optional<MdmEvent> recorded(String server, String event) throws IOException {
        String text = Files.readString(Path.of("../../spec/wire", server, "webhook-mdm." + event + ".txt"));
        return Webhook.read(bytes(text.substring(text.indexOf("\n{") + 1)));
    }

    private static Optional<MdmEvent> event(String topic, String report) {
        String kind = topic.equals("mdm.Connect") ? "acknowledge_event" : "checkin_event";
        return Webhook.read(bytes("{\"topic\":\"" + topic + "\",\"created_at\":\"2026-11-21T17:29:12.4Z\",\"" + kind
                + "\":{\"udid\":\"" + MICRO + "\",\"raw_payload\":\"" + base64(report) + "\"}}"));
    }

    private static String report(String inner) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><plist version=\"1.0\"><dict><key>UDID</key><string>" + MICRO
                + "</string>" + inner + "</dict></plist>";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Bytes bytes(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
