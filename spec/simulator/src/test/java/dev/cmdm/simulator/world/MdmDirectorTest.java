// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.TestProfiles;
import dev.cmdm.simulator.Waiting;
import dev.cmdm.simulator.mac.AnsweredCommand;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What MDMDirector does beyond what was recorded, seen on a Mac of its MicroMDM. */
class MdmDirectorTest {
    private static final String DOCK = "com.acme.dock";
    private static final String UDID = "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8";

    @TempDir
    private Path folder;

    private TestWorld world;

    @BeforeEach
    void begin() throws Exception {
        world = TestWorld.enrolled(folder, "mdmdirector");
        Waiting.until(
                "the Mac has answered what is asked at enrollment",
                () -> world.mac().commands().size() == 3);
        Waiting.until(
                "MDMDirector has heard the answers",
                () -> api("GET", "/command/pending", "").body().equals("[]"));
    }

    @AfterEach
    void end() throws Exception {
        world.close();
    }

    @Test
    void aNewMacIsAskedForItsProfilesAndToldTwiceThatItIsConfigured() throws Exception {
        assertThat(world.mac().commands())
                .extracting(AnsweredCommand::requestType)
                .containsExactly("ProfileList", "DeviceConfigured", "DeviceConfigured");
        Waiting.until(
                "MDMDirector knows the enrollment profile",
                () -> api("GET", "/device/" + UDID, "").body().contains("\"Enrollment Profile\""));
    }

    @Test
    void aProfileReachesTheMacUnderTheUuidOfItsBytesAndTheLogShowsNoPayload() throws Exception {
        var answer = post(DOCK, true);
        assertThat(answer.body()).contains("\"pushed\"");
        listed(field(answer, "hashed_payload_uuid"));

        assertThat(Files.readString(world.server().requests().file()))
                .contains(" POST /profile 200 InstallProfile " + DOCK + " - Basic ***");
    }

    @Test
    void whatWasLostWhileMicroMdmWasDownIsCalledUnchangedUntilReconciliationFindsIt() throws Exception {
        control("micromdm-down");
        var lost = post(DOCK, true);
        assertThat(lost.statusCode()).isEqualTo(200);
        assertThat(lost.body()).contains("\"pushed\"");
        assertThat(api("GET", "/device/push/" + UDID, "").statusCode()).isEqualTo(500);
        assertThat(api("GET", "/device/" + UDID + "/commands", "").statusCode()).isEqualTo(500);

        control("micromdm-up");
        assertThat(post(DOCK, true).body()).contains("\"unchanged\"");
        assertThat(api("GET", "/command/pending", "").body()).isEqualTo("[]");
        control("reconcile");
        listed(field(lost, "hashed_payload_uuid"));
    }

    @Test
    void whatWasLostIsSentAfterADeletion() throws Exception {
        control("micromdm-down");
        post(DOCK, true);
        control("micromdm-up");
        assertThat(delete(DOCK).body()).contains("\"deleted\"");
        var again = post(DOCK, true);
        assertThat(again.body()).contains("\"pushed\"");
        listed(field(again, "hashed_payload_uuid"));
    }

    @Test
    void aDeletionWhileMicroMdmIsDownFailsInTwoVoicesAndIsDoneByReconciliation() throws Exception {
        listed(field(post(DOCK, true), "hashed_payload_uuid"));
        control("micromdm-down");
        var failed = delete(DOCK);
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body())
                .isEqualTo("Internal Server Error\n[\n    {\n        \"profile_metadata\": null\n    }\n]");

        control("micromdm-up");
        assertThat(delete(DOCK).body()).contains("\"unchanged\"");
        control("reconcile");
        Waiting.until("the profile is gone", () -> !world.profiles("-P").contains(DOCK));
    }

    @Test
    void whatIsOnlySavedGoesOutAtReconciliation() throws Exception {
        var saved = post(DOCK, false);
        assertThat(saved.body()).contains("\"saved\"");
        assertThat(api("GET", "/profile/" + UDID, "").body()).contains("\"Installed\": true");
        assertThat(api("GET", "/command/pending", "").body()).isEqualTo("[]");
        control("reconcile");
        listed(field(saved, "hashed_payload_uuid"));
    }

    @Test
    void aMacThatEnrollsAgainGetsWhatIsWantedOfIt() throws Exception {
        var uuid = field(post(DOCK, true), "hashed_payload_uuid");
        listed(uuid);
        world.control("POST", "/macs/mac1/unenroll", "");
        assertThat(world.profiles("-P")).doesNotContain(DOCK);
        world.control("POST", "/macs/mac1/enroll", "{'server':'mdm'}");
        listed(uuid);
    }

    @Test
    void aSharedProfileIsRemovedOnlyByReconciliation() throws Exception {
        assertThat(api("POST", "/profile", request("'*'", profile(DOCK), true)).body())
                .isEqualTo("null");
        Waiting.until("the profile is listed", () -> world.profiles("-P").contains(DOCK));
        assertThat(api("DELETE", "/profile", request("'*'", "{'payload_identifier':'" + DOCK + "'}", true))
                        .body())
                .isEmpty();
        assertThat(api("GET", "/command/pending", "").body()).isEqualTo("[]");
        control("reconcile");
        Waiting.until("the profile is gone", () -> !world.profiles("-P").contains(DOCK));
    }

    @Test
    void readingOnePathForgetsWhatIsPending() throws Exception {
        world.control("PUT", "/macs/mac1/faults", "{'asleep':true}");
        post(DOCK, true);
        assertThat(api("GET", "/command/pending", "").body()).contains("InstallProfile");
        assertThat(api("GET", "/command/pending/delete", "").statusCode()).isEqualTo(200);
        assertThat(api("GET", "/command/pending", "").body()).isEqualTo("[]");
    }

    @Test
    void theWriterHasEveryKindOfValueAndEscapesAsGoDoes() throws Exception {
        var settings = "<dict><key>b</key><true/><key>a</key><real>0.5</real><key>c</key><data>AQI=</data>"
                + "<key>d</key><date>2026-01-31T00:00:00Z</date><key>e</key><array/><key>f</key><dict/>"
                + "<key>g</key><string>\"1\" &amp; '2'\t&lt;3&gt;</string><key>h</key><integer>-7</integer></dict>";
        api("POST", "/profile", request("'" + UDID + "'", "'" + encoded(settings) + "'", false));
        var wanted = Pattern.compile("\"MobileconfigData\": \"([^\"]*)\"")
                .matcher(api("GET", "/profile/" + UDID, "").body());
        assertThat(wanted.find()).isTrue();
        assertThat(new String(Base64.getDecoder().decode(wanted.group(1)), StandardCharsets.UTF_8))
                .contains(
                        "\t\t<key>a</key>\n\t\t<real>0.5</real>\n\t\t<key>b</key>\n\t\t<true></true>\n",
                        "\t\t<data>AQI=</data>\n",
                        "\t\t<date>2026-01-31T00:00:00Z</date>\n",
                        "\t\t<array></array>\n",
                        "\t\t<dict></dict>\n",
                        "<string>&#34;1&#34; &amp; &#39;2&#39;&#x9;&lt;3&gt;</string>",
                        "<integer>-7</integer>");
    }

    @Test
    void theServerCannotBeToldWhatItDoesNotKnow() throws Exception {
        assertThat(world.control("POST", "/servers/mdm/dance", "").statusCode()).isEqualTo(404);
        assertThat(world.control("GET", "/servers/mdm/reconcile", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void withoutAnyMacAnUnknownOneIsDescribedWithoutValues() throws Exception {
        var empty = Files.createDirectory(folder.resolve("empty"));
        try (var lonely = TestWorld.start(
                empty, "{'servers':[{'name':'mdm','product':'mdmdirector','apiKey':'geheim'}],'macs':[]}")) {
            var answer = lonely.api("mdmdirector", "GET", "/device/" + UDID, "");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("\"UDID\": \"\"", "\"LastCheckedIn\": \"0001-01-01T00:00:00Z\"");
            assertThat(lonely.api("mdmdirector", "GET", "/device", "").body()).isEqualTo("[]");
        }
    }

    private void listed(String uuid) throws Exception {
        Waiting.until(
                "the profile is listed",
                () -> world.profiles("-P -o stdout-xml").contains(uuid));
    }

    private HttpResponse<String> post(String identifier, boolean pushNow) throws Exception {
        return api("POST", "/profile", request("'" + UDID + "'", profile(identifier), pushNow));
    }

    private HttpResponse<String> delete(String identifier) throws Exception {
        return api(
                "DELETE", "/profile", request("'" + UDID + "'", "{'payload_identifier':'" + identifier + "'}", true));
    }

    private static String request(String udid, String profile, boolean pushNow) {
        return "{'udids':[" + udid + "],'profiles':[" + profile + "],'push_now':" + pushNow + ",'metadata':true}";
    }

    /** In base64 with line breaks, as Puppet's old module sends it. */
    private static String profile(String identifier) {
        var lines = Base64.getMimeEncoder(60, new byte[] {'\n'}).encodeToString(TestProfiles.bytes(identifier));
        return "'" + lines.replace("\n", "\\n") + "\\n'";
    }

    private static String encoded(String plist) {
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><plist version=\"1.0\">" + plist + "</plist>";
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String field(HttpResponse<String> answer, String name) {
        var field = Pattern.compile("\"" + name + "\": \"([^\"]+)\"").matcher(answer.body());
        assertThat(field.find()).as(answer.body()).isTrue();
        return field.group(1);
    }

    private HttpResponse<String> api(String method, String path, String json) throws Exception {
        return world.api("mdmdirector", method, path, json);
    }

    private void control(String word) throws Exception {
        assertThat(world.control("POST", "/servers/mdm/" + word, "").statusCode())
                .isEqualTo(200);
    }
}
