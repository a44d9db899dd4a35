// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.ProfileList;
import dev.cmdm.mdm.Command.Request.RemoveProfile;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.TestServer;
import dev.cmdm.profile.ProfileIdentifier;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A profile that comes to a Mac by an object of Fleet and its label. */
class ProfilesInstallTest extends ProfilesFixture {
    @Test
    void makesAProfileForALabelOfItsNameWhichTheMacIsThenGiven() {
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).containsExactly(LIST, CREATE_LABEL, CREATE, LIST, JOIN);
        assertThat(last(CREATE_LABEL)).isEqualTo("{\"name\":\"" + NAME + "\",\"host_ids\":[]}");
        assertThat(last(CREATE))
                .contains("name=\"team_id\"\r\n\r\n3\r\n", "name=\"labels_include_any\"\r\n\r\n" + NAME + "\r\n")
                .contains("<key>PayloadDisplayName</key>\n\t<string>" + NAME + "</string>")
                .contains("<key>PayloadIdentifier</key>\n\t<string>" + NAME + "</string>")
                .contains("<key>PayloadUUID</key>\n\t<string>" + NAME.uuid() + "</string>")
                .contains("<string>canary &amp; co</string>");
        assertThat(last(JOIN)).isEqualTo("{\"labels\":[\"" + NAME + "\"]}");
        assertThat(fleet.hostLabels).contains(NAME.toString());
        assertThat(notes).hasSize(3).noneMatch(line -> line.contains("canary"));
    }

    @Test
    void makesNothingThatIsThere() {
        fleet.has();
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).containsExactly(LIST, JOIN);
        assertThat(notes).containsExactly("this Mac was given the label " + NAME);
    }

    @Test
    void takesTheLabelAndTheObjectOfWhoeverMadeThemAMomentBefore() {
        fleet.instead("POST /api/v1/fleet/labels", scene -> {
            fleet.has();
            FakeFleet.refusing(409, "Error 1062: Duplicate entry").play(scene);
        });
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).containsExactly(LIST, CREATE_LABEL, "GET labels", MEMBERS, CREATE, LIST, LIST, JOIN);
        assertThat(notes).hasSize(1);
    }

    @Test
    void makesNoObjectThatWouldReachOthersWhoKeptTheLabelOfADeletedOne() {
        fleet.label = NAME.toString();
        fleet.members = "{\"id\":12,\"team_id\":3},{\"id\":4,\"team_id\":3}";
        assertThat(install("c-1").toString())
                .contains("Refused", "other hosts of this Mac's team still have the label", "delete the label too");
        assertThat(calls()).doesNotContain(CREATE);
        assertThat(server.requests())
                .extracting(TestServer.Request::line)
                .anyMatch(line -> line.contains("/hosts?team_id=3&"));
        fleet.members = "{\"id\":12,\"team_id\":3},{\"id\":4,\"team_id\":2},{\"id\":5,\"team_id\":null}";
        assertThat(install("c-1")).isEqualTo(QUEUED);
    }

    @Test
    void takesTheObjectThatOthersWereGivenMeanwhile() {
        fleet.label = NAME.toString();
        fleet.members = "{\"id\":4,\"team_id\":3}";
        fleet.instead("GET /api/v1/fleet/labels/7/hosts", scene -> {
            fleet.has();
            FakeFleet.saying(200, "{\"hosts\":[" + fleet.members + "]}").play(scene);
        });
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).doesNotContain(CREATE);
    }

    @Test
    void looksForALabelOnEachPage() {
        String page = String.join(",", Collections.nCopies(100, "{\"name\":\"other\"}"));
        fleet.label = NAME.toString();
        fleet.instead("GET /api/v1/fleet/labels?page=0", FakeFleet.saying(200, "{\"labels\":[" + page + "]}"));
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).filteredOn("GET labels"::equals).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"com.acme.Dock, manual", "com.acme.dock, dynamic"})
    void takesNoLabelOfOtherLettersAndNoneThatIsNotGivenByHand(String identifier, String kind) {
        fleet.label = identifier + ":" + NAME.uuid();
        fleet.labelKind = kind;
        assertThat(install("c-1").toString()).contains("Refused", "is not a manual one, or its name has other letters");
        assertThat(notes).isEmpty();
    }

    @Test
    void takesNoObjectWhoseNameOrIdentifierOnlyLooksAlike() {
        fleet.has();
        fleet.name = NAME.toString().replace("dock", "Dock");
        assertThat(install("c-1").toString()).contains("Refused", "has another name or identifier");
        fleet.has();
        fleet.identifier = "com.acme.other";
        assertThat(install("c-1").toString()).contains("Refused", "has another name or identifier");
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"labels_include_any\":[{\"name\":\"Sales\"}]",
                "\"labels_include_any\":[{\"name\":\"com.acme.dock:5E2C1111-2222-5333-8444-555555555555\"},"
                        + "{\"name\":\"Sales\"}]",
                "\"labels_include_all\":[{\"name\":\"com.acme.dock:5E2C1111-2222-5333-8444-555555555555\"}]",
                "\"labels_include_any\":[{\"name\":\"com.acme.dock:5E2C1111-2222-5333-8444-555555555555\","
                        + "\"broken\":true}]"
            })
    void saysWhatToDoWithAnObjectThatHasNotItsOwnLabelAlone(String labels) {
        fleet.hasFor(labels);
        assertThat(install("c-1").toString())
                .contains(
                        "Refused", "is not for the label of its name alone; delete both, and the next run makes them");
        assertThat(calls()).containsExactly(LIST);
        assertThat(notes).isEmpty();
    }

    @Test
    void leavesAloneWhatFleetKeepsOnThisMacByAProfileOfSomebodyElse() {
        fleet.others.add("{\"profile_uuid\":\"a9\",\"name\":\"Dock\",\"identifier\":\"com.acme.dock\"}");
        assertThat(install("c-1")).isEqualTo(QUEUED);
        fleet.profiles = "{\"profile_uuid\":\"a9\",\"name\":\"Dock\",\"status\":\"verified\"}";
        assertThat(install("c-2").toString())
                .contains(
                        "Refused",
                        "Fleet keeps com.acme.dock on this Mac by a configuration profile of its own, \"Dock\"");
    }

    @Test
    void makesLabelAndObjectAgainWhenSomebodyDeletesThemMeanwhile() {
        fleet.has();
        fleet.instead("POST /api/v1/fleet/hosts", scene -> {
            fleet.label = "";
            fleet.name = "";
            FakeFleet.refusing(400, "Couldn't add labels. Labels not found: x. All labels must exist.")
                    .play(scene);
        });
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).containsSubsequence(JOIN, LIST, CREATE_LABEL, CREATE, LIST, JOIN);
    }

    @Test
    void givesUpAfterAWhileWhenTheLabelIsDeletedEachTimeOrDoesNotStay() {
        for (int i = 0; i < 3; i++) {
            fleet.instead(CREATE.replace(" ", " /api/v1/fleet/"), FakeFleet.refusing(400, "some labels don't exist"));
        }
        assertThat(install("c-1").toString()).contains("Refused", "somebody deletes the configuration profile");
        fleet.has();
        for (int i = 0; i < 20; i++) {
            fleet.instead("POST /api/v1/fleet/hosts", FakeFleet.doing(() -> {}));
        }
        assertThat(install("c-1").toString()).contains("Refused", "does not keep the label");
        assertThat(calls()).filteredOn(JOIN::equals).hasSize(3);
    }

    @Test
    void asksForNobodyWhoIsNotThisMacOrHasLeft() {
        fleet.uuid = "00000000-5F1B-4790-8A11-E3BF74726AD8";
        assertThat(install("c-1")).isEqualTo(new Delivery.UnknownDevice());
        fleet.uuid = UDID;
        fleet.enrollment = "Off";
        assertThat(install("c-1")).isEqualTo(new Delivery.NotEnrolled());
        assertThat(calls()).isEmpty();
    }

    @Test
    void sendsWhatBringsNoObjectAsACommand() {
        fleet.instead(
                "POST /api/v1/fleet/commands/run",
                FakeFleet.saying(200, "{\"command_uuid\":\"c-1\"}"),
                FakeFleet.saying(200, "{\"command_uuid\":\"c-2\"}"));
        assertThat(send(new Command("c-1", new ProfileList(true)))).isEqualTo(QUEUED);
        assertThat(send(new Command("c-2", new RemoveProfile(new ProfileIdentifier("com.acme.dock")))))
                .isEqualTo(QUEUED);
        assertThat(calls()).containsExactly("POST commands/run", "POST commands/run");
        assertThat(notes).isEmpty();
    }
}
