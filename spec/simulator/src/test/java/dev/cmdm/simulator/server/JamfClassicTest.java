// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static dev.cmdm.simulator.server.JamfStage.GROUPS;
import static dev.cmdm.simulator.server.JamfStage.PROFILES;
import static dev.cmdm.simulator.server.JamfStage.computers;
import static dev.cmdm.simulator.server.JamfStage.element;
import static dev.cmdm.simulator.server.JamfStage.object;
import static dev.cmdm.simulator.server.JamfStage.profile;
import static dev.cmdm.simulator.server.JamfStage.scopeOnly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.fault.Fault;
import dev.cmdm.simulator.fault.FaultRule;
import dev.cmdm.simulator.fault.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JamfClassicTest {
    private static final String OTHER = "11111111-2222-3333-4444-555555555555";

    @TempDir
    Path folder;

    @Test
    void makesUuidAndIdentifierItsOwnAndTheNameThatOfTheObjectAndKeepsTheRest() {
        try (var jamf = new JamfStage(folder)) {
            var client = jamf.client();
            var created = client.call(
                    "POST",
                    PROFILES + "/id/0",
                    object("one & two", profile("com.acme.one", "sent"), "").replace("one & two", "one &amp; two"));
            assertThat(created.status()).isEqualTo(201);
            assertThat(created.body()).endsWith("<os_x_configuration_profile><id>1</id></os_x_configuration_profile>");

            var read = client.get(PROFILES + "/name/one%20&%20two");
            assertThat(read.status()).isEqualTo(200);
            var uuid = element(read, "uuid");
            assertThat(uuid).matches("[0-9A-F-]{36}");
            assertThat(read.body())
                    .contains("&lt;key&gt;PayloadIdentifier&lt;/key&gt;")
                    .contains("&lt;string&gt;" + uuid + "&lt;/string&gt;")
                    .contains("&lt;![CDATA[one &amp; two]]&gt;", "&lt;![CDATA[a &lt; b &amp; c]]&gt;")
                    .doesNotContain("com.acme.one")
                    .contains("<redeploy_on_update>Newly Assigned</redeploy_on_update>");
        }
    }

    @Test
    void keepsItsUuidOnlyWhenAnUpdateBringsItBack() {
        try (var jamf = new JamfStage(folder)) {
            var client = jamf.client();
            client.create("a", "com.acme.a", "");
            var uuid = element(client.get(PROFILES + "/id/1"), "uuid");

            client.call("PUT", PROFILES + "/id/1", object("a", profile(uuid, uuid), ""));
            assertThat(element(client.get(PROFILES + "/id/1"), "uuid")).isEqualTo(uuid);
            client.call("PUT", PROFILES + "/id/1", object("a", profile("com.acme.a", "sent"), ""));
            assertThat(element(client.get(PROFILES + "/id/1"), "uuid")).isNotEqualTo(uuid);
        }
    }

    @Test
    void refusesASecondObjectOfOneNameAndContentThatIsNoXml() {
        try (var jamf = new JamfStage(folder)) {
            var client = jamf.client();
            client.create("a", "com.acme.a", "");
            var duplicate = client.call("POST", PROFILES + "/id/0", object("a", profile("x", "y"), ""));
            assertThat(duplicate.status()).isEqualTo(409);
            assertThat(duplicate.headers().get("content-type")).startsWith("text/html");
            assertThat(duplicate.body()).contains("Duplicate name");
            assertThat(client.call("POST", PROFILES + "/id/0", object("b", "MIIG signed content", ""))
                            .status())
                    .isEqualTo(409);
            assertThat(client.call("POST", PROFILES + "/id/0", "<!DOCTYPE x><os_x_configuration_profile/>")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void listsAndDeletesAndThenDoesNotKnow() {
        try (var jamf = new JamfStage(folder)) {
            var client = jamf.client();
            client.create("a", "com.acme.a", "");
            client.create("b", "com.acme.b", "");
            assertThat(client.get(PROFILES).body())
                    .contains("<size>2</size>", "<id>1</id><name>a</name>", "<id>2</id><name>b</name>");
            assertThat(client.call("DELETE", PROFILES + "/id/1", "").status()).isEqualTo(200);
            assertThat(client.get(PROFILES + "/name/a").status()).isEqualTo(404);
            assertThat(client.call("PUT", PROFILES + "/id/1", scopeOnly()).status())
                    .isEqualTo(404);
            assertThat(client.call("DELETE", PROFILES + "/id/1", "").status()).isEqualTo(404);
        }
    }

    @Test
    void letsTheLaterOfTwoWritersOfAScopeUndoTheEarlier() {
        try (var jamf = new JamfStage(folder)) {
            jamf.enroll();
            jamf.enroll(OTHER);
            var client = jamf.client();
            client.create("a", "com.acme.a", "");
            client.call("PUT", PROFILES + "/id/1", scopeOnly(1));
            client.call("PUT", PROFILES + "/id/1", scopeOnly(2));
            assertThat(client.get(PROFILES + "/id/1").body()).contains(OTHER).doesNotContain(Messages.UDID);
        }
    }

    @Test
    void leavesScopeAndContentAloneThatAnUpdateDoesNotName() {
        try (var jamf = new JamfStage(folder)) {
            jamf.enroll();
            var client = jamf.client();
            client.create("a", "com.acme.a", computers(1));
            var uuid = element(client.get(PROFILES + "/id/1"), "uuid");
            client.call(
                    "PUT",
                    PROFILES + "/id/1",
                    "<os_x_configuration_profile><general><name>b</name></general></os_x_configuration_profile>");
            assertThat(client.get(PROFILES + "/id/1").body()).contains("<name>b</name>", Messages.UDID, uuid);
            assertThat(client.call("PUT", PROFILES + "/id/1", scopeOnly(77)).status())
                    .isEqualTo(409);
        }
    }

    @Test
    void replacesTheMembersOfAGroupOrAddsAndTakesAwaySingleOnes() {
        try (var jamf = new JamfStage(folder, "{'staticGroups':['cmdm']}")) {
            jamf.enroll();
            jamf.enroll(OTHER);
            var client = jamf.client();
            assertThat(client.get(GROUPS).body()).contains("<name>cmdm</name>");
            client.call("PUT", GROUPS + "/id/1", members("computers", 1));
            client.call("PUT", GROUPS + "/name/cmdm", members("computers", 2));
            assertThat(client.get(GROUPS + "/id/1").body()).contains(OTHER).doesNotContain(Messages.UDID);

            client.call("PUT", GROUPS + "/id/1", members("computer_additions", 1));
            assertThat(client.get(GROUPS + "/id/1").body()).contains(OTHER, Messages.UDID);
            client.call("PUT", GROUPS + "/id/1", members("computer_deletions", 2));
            assertThat(client.get(GROUPS + "/id/1").body())
                    .contains(Messages.UDID)
                    .doesNotContain(OTHER);
        }
    }

    @Test
    void showsTheOldStateForAWhileToWhoeverDoesNotSendItsCookie() {
        try (var jamf = new JamfStage(folder, "{'staleSeconds':60}")) {
            var client = jamf.client();
            var stranger = jamf.clientWithoutCookie();
            client.create("a", "com.acme.a", "");
            assertThat(client.get(PROFILES + "/name/a").status()).isEqualTo(200);
            assertThat(stranger.get(PROFILES + "/name/a").status()).isEqualTo(404);
            jamf.wait(Duration.ofSeconds(59));
            assertThat(stranger.get(PROFILES + "/name/a").status()).isEqualTo(404);
            jamf.wait(Duration.ofSeconds(1));
            assertThat(stranger.get(PROFILES + "/name/a").status()).isEqualTo(200);
        }
    }

    @Test
    void notesInItsLogThatMoreCallsAtOnceCameThanItIsMadeFor() throws Exception {
        try (var jamf = new JamfStage(folder)) {
            var client = jamf.client();
            jamf.stage
                    .server
                    .faults()
                    .replace(List.of(new FaultRule(Operation.DEVICES, 9, new Fault.Delay(Duration.ofSeconds(1)))));
            var calls = IntStream.range(0, 6)
                    .mapToObj(each -> CompletableFuture.runAsync(() -> client.get("/api/v1/computers-inventory")))
                    .toList();
            calls.forEach(CompletableFuture::join);
            assertThat(jamf.stage.server.requests().requests())
                    .extracting(LoggedRequest::tooManyAtOnce)
                    .containsOnlyOnce(Optional.of(6));
            assertThat(Files.readString(jamf.stage.server.requests().file())).contains("Bearer *** 6-at-once\n");
        }
    }

    private static String members(String list, int id) {
        return "<computer_group><" + list + "><computer><id>" + id + "</id></computer></" + list + "></computer_group>";
    }
}
