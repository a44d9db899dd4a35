// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.ProfileList;
import dev.cmdm.mdm.Command.Request.RemoveProfile;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.TestServer;
import dev.cmdm.profile.ObjectName;
import dev.cmdm.profile.ProfileIdentifier;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesInstallTest extends ProfilesFixture {
    private static final String LIST = "GET configuration_profiles";
    private static final String CREATE = "POST configuration_profiles";
    private static final String CREATE_LABEL = "POST labels";
    private static final String MEMBERS = "GET labels/7/hosts";
    private static final String JOIN = "POST hosts/12/labels";
    private static final String RESEND = "POST hosts/12/configuration_profiles/" + FakeFleet.OBJECT + "/resend";

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
    void doesNotKnowWhatCameOfALabelWhoseAnswerWasLostAndFinishesItAtARepeat() {
        fleet.has();
        fleet.instead("POST /api/v1/fleet/hosts", scene -> {
            fleet.hostHasLabel();
            scene.reset();
        });
        assertThat(install("c-1")).isInstanceOf(Delivery.Lost.class);
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).filteredOn(JOIN::equals).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /api/v1/fleet/labels", "POST /api/v1/fleet/configuration_profiles"})
    void finishesAtARepeatWhatALostAnswerCutShort(String call) {
        fleet.instead(call, scene -> {
            if (call.endsWith("profiles")) {
                fleet.has();
            } else {
                fleet.label = NAME.toString();
            }
            scene.reset();
        });
        assertThat(install("c-1")).isInstanceOf(Delivery.Lost.class);
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(fleet.hostLabels).contains(NAME.toString());
    }

    @Test
    void doesNotKnowWhatCameOfALabelThatItCouldNotReadBack() {
        fleet.has();
        fleet.instead(
                "POST /api/v1/fleet/hosts",
                FakeFleet.doing(() -> fleet.instead("GET /api/v1/fleet/hosts", FakeFleet.refusing(500, "broken"))));
        assertThat(install("c-1")).isInstanceOf(Delivery.Lost.class);
        assertThat(notes).hasSize(1);
    }

    @Test
    void sendsNothingWhileFleetCannotBeAskedAndChangedNothingYet() {
        fleet.instead("GET /api/v1/fleet/configuration_profiles", FakeFleet.refusing(500, "broken"));
        assertThat(install("c-1")).isInstanceOf(Delivery.Unreachable.class);
        fleet.instead("GET /api/v1/fleet/configuration_profiles", FakeFleet.refusing(401, "Authentication required"));
        assertThat(install("c-1")).isEqualTo(new Delivery.AuthenticationRefused());
        fleet.instead("GET /api/v1/fleet/configuration_profiles", FakeFleet.saying(200, "<html>"));
        assertThat(install("c-1").toString()).contains("gave no list of configuration profiles");
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"pending\""})
    void waitsForWhatTheMacHasNotAnswered(String status) {
        fleet.has();
        fleet.hostHasLabel();
        assertThat(install("c-1", true)).isEqualTo(QUEUED);
        fleet.stands("install", status, "");
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(install("c-2", true)).isEqualTo(QUEUED);
        fleet.stands("remove", "\"pending\"", "");
        assertThat(install("c-3", true)).isEqualTo(QUEUED);
        assertThat(notes).isEmpty();
    }

    @Test
    void saysThatNothingChangedWhenTheMacIsSaidToHaveIt() {
        fleet.has();
        fleet.hostHasLabel();
        fleet.stands("install", "\"verified\"", "");
        assertThat(install("c-1")).isEqualTo(new Delivery.Unchanged());
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hasItSentAgainWhenTheMacRefusedOrWhenItIsWanted(boolean anew) {
        fleet.has();
        fleet.hostHasLabel();
        fleet.stands("install", anew ? "\"verified\"" : "\"failed\"", "");
        assertThat(install("c-1", anew)).isEqualTo(QUEUED);
        assertThat(calls()).containsExactly(LIST, RESEND);
        assertThat(notes).containsExactly("the configuration profile " + NAME + " is sent to this Mac again");
        assertThat(install("c-1", anew)).isEqualTo(QUEUED);
        assertThat(calls()).filteredOn(RESEND::equals).hasSize(1);
    }

    /** Fleet has not come to the Mac since it lost the label, and will not notice that it did. */
    @Test
    void hasSentAgainWhatTheMacRefusedBeforeItLostTheLabelAndGotItAgain() {
        fleet.has();
        fleet.stands("install", "\"failed\"", "");
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).containsExactly(LIST, JOIN, RESEND);
    }

    @Test
    void takesWhatTheMacDidAtOnceForAnAnswerToThisRequest() {
        fleet.has();
        fleet.instead("POST /api/v1/fleet/hosts", FakeFleet.doing(() -> {
            fleet.hostHasLabel();
            fleet.stands("install", "\"verifying\"", "");
        }));
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).containsExactly(LIST, JOIN);
    }

    @Test
    void doesNotInsistWhereFleetSendsNothingAgain() {
        fleet.has();
        fleet.hostHasLabel();
        fleet.stands("install", "\"verifying\"", "");
        String words = "Couldn't resend. Configuration profiles with pending or verifying status can't be resent.";
        fleet.instead("POST ", FakeFleet.refusing(409, words), FakeFleet.refusing(409, words));
        assertThat(install("c-1", true)).isEqualTo(new Delivery.Unchanged());
        fleet.stands("install", "\"failed\"", "");
        assertThat(install("c-2")).isEqualTo(QUEUED);
        fleet.instead("POST ", FakeFleet.refusing(404, "Unable to match profile to host."), Scenes.RESET);
        assertThat(install("c-3").toString()).contains("Refused", "Unable to match profile");
        assertThat(install("c-4")).isInstanceOf(Delivery.Lost.class);
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "402 | Scoping configuration profiles with labels requires Fleet Premium license | Refused | unset mdm.objects",
                "403 | forbidden | Refused | a maintainer for all of Fleet",
                "413 | Request exceeds the max size limit of 1MB | TooLarge | max size",
                "422 | maximum configuration profile file size is 1 MB | TooLarge | 1 MB",
                "400 | maximum configuration profile file size is 1 MB | TooLarge | 1 MB",
                "422 | Custom configuration profiles can't include FileVault settings. | Refused | FileVault",
                "409 | A configuration profile with this identifier already exists. | Refused | already exists",
                "418 | teapot | Refused | teapot",
                "429 | limit exceeded | Unreachable | limit exceeded",
                "503 | down for maintenance | Unreachable | maintenance",
                "500 | broken | Lost | broken",
                "401 | Authentication required | AuthenticationRefused | ''"
            })
    void understandsEachWayInWhichItRefuses(int status, String reason, String delivery, String words) {
        fleet.instead("POST /api/v1/fleet/configuration_profiles", FakeFleet.refusing(status, reason));
        Delivery told = install("c-1");
        assertThat(told.getClass().getSimpleName()).isEqualTo(delivery);
        assertThat(told.toString()).contains(words).doesNotContain("canary");
        assertThat(fleet.hostLabels).doesNotContain(NAME.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"413 | TooLarge", "404 | Refused", "502 | Lost", "429 | Unreachable", "401 | AuthenticationRefused"
            })
    void knowsWhatIsNotFleetsOwn(int status, String delivery) {
        fleet.instead("POST /api/v1/fleet/configuration_profiles", FakeFleet.saying(status, "<html>no</html>"));
        assertThat(install("c-1").getClass().getSimpleName()).isEqualTo(delivery);
    }

    @Test
    void refusesWhatFleetCouldNotBringAsItIs() {
        assertThat(install(NAME, "c-1", "0\u0080signed", false).toString())
                .contains("it is signed, or no property list");
        assertThat(install(NAME, "c-1", "<plist><array/></plist>", false).toString())
                .contains("no dictionary");
        assertThat(install(NAME, "c-1", content("${FLEET_SECRET_canary}"), false)
                        .toString())
                .contains("variable of Fleet's")
                .doesNotContain("canary");
        assertThat(install(NAME, "c-1", content("$FLEET_VAR_HOST_UUID"), false)).isInstanceOf(Delivery.Refused.class);
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 219})
    void namesNothingThatCouldNotBeReadBackOrIsTooLong(int length) {
        String identifier = length == 0 ? "com.acme:dock" : "a".repeat(length);
        ObjectName name = new ObjectName(new ProfileIdentifier(identifier), NAME.uuid());
        assertThat(install(name, "c-1", content("x"), false).toString()).contains("nothing was sent");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void namesWhatHasQuotesAndOtherAlphabets() {
        ObjectName name = new ObjectName(new ProfileIdentifier("com.acme.\"dock\\\" — é"), NAME.uuid());
        fleet.instead("POST /api/v1/fleet/configuration_profiles", FakeFleet.refusing(422, "enough"));
        install(name, "c-1", content("x"), false);
        assertThat(last(CREATE_LABEL))
                .isEqualTo("{\"name\":\"com.acme.\\\"dock\\\\\\\" — é:" + NAME.uuid() + "\",\"host_ids\":[]}");
        assertThat(last(CREATE)).contains("\r\n\r\ncom.acme.\"dock\\\" — é:" + NAME.uuid() + "\r\n");
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

    /** Ends of requests that were read already. */
    private static final class Scenes {
        private static final TestServer.Act RESET = TestServer.Scene::reset;
    }
}
