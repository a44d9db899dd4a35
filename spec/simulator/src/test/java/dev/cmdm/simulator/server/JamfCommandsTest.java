// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static dev.cmdm.simulator.server.JamfStage.PROFILES;
import static dev.cmdm.simulator.server.JamfStage.computers;
import static dev.cmdm.simulator.server.JamfStage.element;
import static dev.cmdm.simulator.server.JamfStage.field;
import static dev.cmdm.simulator.server.JamfStage.first;
import static dev.cmdm.simulator.server.JamfStage.object;
import static dev.cmdm.simulator.server.JamfStage.profile;
import static dev.cmdm.simulator.server.JamfStage.scopeOnly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.identity.DeviceIdentity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JamfCommandsTest {
    private static final String INVENTORY =
            "/api/v1/computers-inventory?section=GENERAL&section=HARDWARE" + "&section=CONFIGURATION_PROFILES&filter=";
    private static final String COMMANDS = "/api/v2/mdm/commands";
    private static final String UUID = "<key>CommandUUID</key>\\s*<string>([^<]+)<";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"hardware.serialNumber==%22" + Messages.SERIAL + "%22", "udid==%22" + Messages.UDID + "%22"})
    void findsAMacBySerialNumberAndByUdid(String filter) {
        try (var jamf = new JamfStage(folder)) {
            jamf.enroll();
            var found = jamf.client().get(INVENTORY + filter);
            assertThat(found.body())
                    .contains("\"totalCount\": 1", "\"id\": \"1\"", "\"udid\": \"" + Messages.UDID, Messages.SERIAL)
                    .contains("\"managed\": true");
            assertThat(field(found, "managementId")).matches("[0-9a-f-]{36}");
        }
    }

    @Test
    void findsNobodyUnderAnotherNameAndRefusesAFilterThatIsNone() {
        try (var jamf = new JamfStage(folder)) {
            jamf.enroll();
            assertThat(jamf.client().get(INVENTORY + "udid==%22other%22").body())
                    .contains("\"totalCount\": 0");
            assertThat(jamf.client().get(INVENTORY + "shoesize==%2243%22").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void keepsTheRecordOfAMacThatLeft() {
        try (var jamf = new JamfStage(folder)) {
            var identity = jamf.enroll();
            jamf.stage.checkIn(identity, Messages.checkOut());
            assertThat(jamf.client()
                            .get(INVENTORY + "udid==%22" + Messages.UDID + "%22")
                            .body())
                    .contains("\"managed\": false");
        }
    }

    @Test
    void sendsAMacWhatComesIntoItsScopeAndTakesWhatLeavesIt() {
        try (var jamf = new JamfStage(folder)) {
            var identity = jamf.enroll();
            var client = jamf.client();
            client.create("a", "com.acme.a", computers(1));
            var uuid = element(client.get(PROFILES + "/id/1"), "uuid");

            var install = jamf.next(identity, Messages.idle());
            assertThat(install).contains("InstallProfile");
            assertThat(payload(install)).contains(uuid).doesNotContain("com.acme.a");
            assertThat(jamf.next(identity, Messages.report("Acknowledged", first(install, UUID))))
                    .isEmpty();

            client.call("PUT", PROFILES + "/id/1", scopeOnly());
            assertThat(jamf.next(identity, Messages.idle())).contains("RemoveProfile", uuid);
        }
    }

    @Test
    void sendsNothingAgainWhenOnlyContentChangesUnlessAllAreToGetIt() {
        try (var jamf = new JamfStage(folder)) {
            var identity = jamf.enroll();
            var client = jamf.client();
            client.create("a", "com.acme.a", computers(1));
            acknowledge(jamf, identity);

            client.call("PUT", PROFILES + "/id/1", object("a", profile("x", "y"), ""));
            assertThat(jamf.next(identity, Messages.idle())).isEmpty();
            client.call(
                    "PUT",
                    PROFILES + "/id/1",
                    object("a", profile("x", "y"), "")
                            .replace("</general>", "<redeploy_on_update>All</redeploy_on_update></general>"));
            assertThat(jamf.next(identity, Messages.idle())).contains("InstallProfile");
        }
    }

    @Test
    void leavesAGhostWhenAnUpdateDidNotBringItsUuidBack() {
        try (var jamf = new JamfStage(folder)) {
            var identity = jamf.enroll();
            var client = jamf.client();
            client.create("a", "com.acme.a", computers(1));
            var ghost = element(client.get(PROFILES + "/id/1"), "uuid");
            acknowledge(jamf, identity);
            client.call("PUT", PROFILES + "/id/1", object("a", profile("x", "y"), ""));
            client.call("DELETE", PROFILES + "/id/1", "");

            assertThat(jamf.next(identity, Messages.idle()))
                    .contains("RemoveProfile")
                    .doesNotContain(ghost);
        }
    }

    @Test
    void tellsWhatBecameOfACommandAndWhoseProfileItWas() {
        try (var jamf = new JamfStage(folder)) {
            var identity = jamf.enroll();
            var client = jamf.client();
            client.create("a", "com.acme.a", computers(1));
            var filter = COMMANDS + "?filter=command==%22INSTALL_PROFILE%22%20and%20profileId==1";
            assertThat(client.get(filter).body()).contains("\"commandState\": \"PENDING\"", "\"profileId\": 1");

            var uuid = first(jamf.next(identity, Messages.idle()), UUID);
            assertThat(jamf.next(identity, Messages.report("NotNow", uuid))).isEmpty();
            assertThat(client.get(filter).body()).contains("NOT_NOW");
            assertThat(jamf.next(identity, Messages.idle())).contains(uuid);
            jamf.next(identity, Messages.report("Error", uuid));
            assertThat(client.get(filter).body()).contains("\"commandState\": \"ERROR\"", "dateCompleted");
            assertThat(client.get(filter + ";status==Pending").body()).contains("\"totalCount\": 0");
            assertThat(client.get("/JSSResource/computerhistory/udid/" + Messages.UDID + "/subset/Commands")
                            .body())
                    .contains("<failed><command><name>Install Configuration Profile a</name><status>Error</status>");
        }
    }

    @Test
    void answersNoQuestionForCommandsWithoutAFilterAndPagesTheRest() {
        try (var jamf = new JamfStage(folder)) {
            jamf.enroll();
            var client = jamf.client();
            client.create("a", "com.acme.a", computers(1));
            client.create("b", "com.acme.b", computers(1));
            assertThat(client.get(COMMANDS).status()).isEqualTo(400);
            assertThat(client.get(COMMANDS + "?filter=active==true&page=1&page-size=1")
                            .body())
                    .contains("\"totalCount\": 2", "\"profileId\": 2")
                    .doesNotContain("\"profileId\": 1");
            assertThat(client.get(COMMANDS + "?filter=active==true&page-size=1&sort=dateSent:desc")
                            .body())
                    .contains("\"profileId\": 2");
        }
    }

    @Test
    void sendsACommandOfItsListAndNoProfile() {
        try (var jamf = new JamfStage(folder)) {
            var identity = jamf.enroll();
            var client = jamf.client();
            var managementId = field(client.get(INVENTORY + "udid==" + Messages.UDID), "managementId");
            assertThat(client.call("POST", COMMANDS, command("PROFILE_LIST", managementId))
                            .status())
                    .isEqualTo(201);
            assertThat(jamf.next(identity, Messages.idle())).contains("ProfileList");
            assertThat(client.call("POST", COMMANDS, command("INSTALL_PROFILE", managementId))
                            .status())
                    .isEqualTo(400);
            assertThat(client.call(
                                    "POST",
                                    "/api/v2/mdm/blank-push",
                                    "{\"clientManagementIds\":[\"" + managementId + "\",\"x\"]}")
                            .body())
                    .contains("\"errorUuids\": [\n    \"x\"\n  ]");
        }
    }

    @Test
    void showsInTheInventoryWhatWasThereWhenTheMacLastAskedForWork() {
        try (var jamf = new JamfStage(folder)) {
            var identity = jamf.enroll();
            var client = jamf.client();
            client.create("com.acme.a:digest", "com.acme.a", computers(1));
            acknowledge(jamf, identity);
            var inventory = INVENTORY + "udid==" + Messages.UDID;
            assertThat(client.get(inventory).body()).contains("\"configurationProfiles\": []");
            jamf.next(identity, Messages.idle());
            assertThat(client.get(inventory).body()).contains("\"displayName\": \"com.acme.a:digest\"");
        }
    }

    @Test
    void givesAMacThatEnrollsAgainEverythingThatIsForItAndNothingThatWaited() {
        try (var jamf = new JamfStage(folder)) {
            var identity = jamf.enroll();
            var client = jamf.client();
            client.create("a", "com.acme.a", computers(1));
            client.create("b", "com.acme.b", computers(1));
            client.call("PUT", PROFILES + "/id/2", scopeOnly());
            jamf.stage.checkIn(identity, Messages.authenticate());
            jamf.stage.checkIn(identity, Messages.tokenUpdate());

            acknowledge(jamf, identity);
            assertThat(jamf.next(identity, Messages.idle())).isEmpty();
            assertThat(client.get(COMMANDS + "?filter=status==ACKNOWLEDGED").body())
                    .contains("\"profileId\": 1");
        }
    }

    private static void acknowledge(JamfStage jamf, DeviceIdentity identity) {
        jamf.next(identity, Messages.report("Acknowledged", first(jamf.next(identity, Messages.idle()), UUID)));
    }

    private static String command(String type, String managementId) {
        return "{\"commandData\":{\"commandType\":\"" + type + "\"},\"clientData\":[{\"managementId\":\"" + managementId
                + "\"}]}";
    }

    private static String payload(String plist) {
        var base64 = first(plist.replaceAll("\\s", ""), "<data>([^<]+)<");
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
