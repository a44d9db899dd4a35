// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request;
import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ObjectName;
import dev.cmdm.profile.ProfileIdentifier;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallTest extends JamfFixture {
    private static final String NAME_PATH =
            "GET /JSSResource/osxconfigurationprofiles/name/com.acme.dock%3A5E2C1111-2222-5333-8444-555555555555";
    private static final String CREATE = "POST /JSSResource/osxconfigurationprofiles/id/0";
    private static final String GROUP_PATH =
            "GET /JSSResource/computergroups/name/com.acme.dock%3A5E2C1111-2222-5333-8444-555555555555";
    private static final String CREATE_GROUP = "POST /JSSResource/computergroups/id/0";
    private static final String JOIN = "PUT /JSSResource/computergroups/id/4";
    private static final Delivery QUEUED = new Delivery.Queued(Optional.empty());

    @Test
    void makesAnObjectForAGroupOfItsNameWhichTheMacThenJoins() {
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).containsExactly(NAME_PATH, GROUP_PATH, CREATE_GROUP, CREATE, JOIN);
        assertThat(last("POST"))
                .contains("<name>com.acme.dock:5E2C1111-2222-5333-8444-555555555555</name>")
                .contains("<all_computers>false</all_computers><computer_groups><computer_group><id>4</id>")
                .contains("<payloads>&lt;?xml version=\"1.0\"?&gt;&lt;plist&gt;&lt;string&gt;canary &amp;amp; co");
        assertThat(last("PUT")).contains("<computer_additions><computer><id>12</id></computer></computer_additions>");
        assertThat(notes).hasSize(3).noneMatch(line -> line.contains("canary"));
    }

    @Test
    void neverWritesAnObjectThatIsThereAndKeepsEverybodyInItsGroup() {
        jamf.has("7");
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).containsExactly(NAME_PATH, JOIN);
        assertThat(jamf.members).containsExactly("12", "7");
    }

    @Test
    void takesTheGroupOfWhoeverMadeItAMomentBefore() {
        jamf.instead("POST /JSSResource/computergroups", scene -> {
            jamf.groupName = NAME.toString();
            FakeJamf.saying(409, "<p>Error: Duplicate name</p>").play(scene);
        });
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(jamf.members).containsExactly("12");
    }

    @Test
    void takesTheObjectOfWhoeverMadeItAMomentBefore() {
        jamf.instead("POST /JSSResource/osx", scene -> {
            jamf.has("7");
            FakeJamf.saying(409, "<p>Error: Duplicate name</p>").play(scene);
        });
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(jamf.members).containsExactly("12", "7");
        assertThat(notes).hasSize(2);
    }

    @Test
    void waitsForWhatAnotherServerOfTheClusterMadeAMomentBefore() {
        jamf.instead(CREATE, FakeJamf.saying(409, "<p>Error: Duplicate name</p>"));
        jamf.instead(NAME_PATH, FakeJamf.saying(404, ""), FakeJamf.saying(404, ""), scene -> {
            jamf.has("7");
            FakeJamf.saying(404, "").play(scene);
        });
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(jamf.members).containsExactly("12", "7");
        assertThat(timing.sleeps()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4));
    }

    @Test
    void takesTheObjectThatOthersMadeAndJoinedSinceItWasLookedFor() {
        jamf.instead(NAME_PATH, scene -> {
            jamf.has("7", "8");
            FakeJamf.saying(404, "").play(scene);
        });
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).containsExactly(NAME_PATH, GROUP_PATH, NAME_PATH, JOIN);
        assertThat(timing.sleeps()).isEmpty();
    }

    @Test
    void bringsNoObjectToThoseWhoHadOneThatSomebodyDeleted() {
        jamf.has("7", "8");
        jamf.name = "";
        assertThat(install("c-1").toString()).contains("Refused", "still has 2 members", "delete the group too");
        assertThat(notes).isEmpty();
        jamf.members.clear();
        jamf.members.add("12");
        assertThat(install("c-1")).isEqualTo(new Delivery.Unchanged());
    }

    @Test
    void makesBothAgainThatSomebodyDeletedMeanwhile() {
        jamf.has();
        jamf.instead("PUT ", scene -> {
            jamf.name = "";
            jamf.groupName = "";
            FakeJamf.saying(404, "").play(scene);
        });
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).containsSubsequence(JOIN, NAME_PATH, CREATE_GROUP, CREATE, JOIN);
        assertThat(jamf.members).containsExactly("12");
    }

    @Test
    void saysWhatToDoWithAnObjectThatLostItsGroup() {
        jamf.hasFor("<computer_groups><computer_group><id>5</id><name>else</name></computer_group></computer_groups>");
        assertThat(install("c-1").toString())
                .contains("Refused", "lacks the static group of that name; delete object and group");
        assertThat(calls()).containsExactly(NAME_PATH);
    }

    @Test
    void leavesAMacAloneThatSomebodyExcluded() {
        jamf.hasAlsoFor("<exclusions>" + THIS + "</exclusions>");
        assertThat(install("c-1").toString()).contains("Refused", "somebody excluded this Mac");
        assertThat(notes).isEmpty();
    }

    @Test
    void takesNoObjectAndNoGroupWhoseNameOnlyLooksAlike() {
        jamf.has();
        jamf.name = NAME.toString().replace("dock", "Dock");
        assertThat(install("c-1").toString()).contains("Refused", "name has other letters");
        jamf.name = "";
        jamf.groupName = NAME.toString().replace("dock", "Dock");
        assertThat(install("c-1").toString()).contains("Refused", "name has other letters");
        jamf.groupName = NAME.toString();
        jamf.isSmart = "true";
        assertThat(install("c-1").toString()).contains("Refused", "smart");
        assertThat(notes).isEmpty();
    }

    @Test
    void doesNotKnowWhatCameOfAJoiningWhoseAnswerWasLostAndFinishesItAtARepeat() {
        jamf.has();
        jamf.instead("PUT ", scene -> {
            jamf.members.add("12");
            jamf.issued("PENDING", "2026-11-27T08:00:00Z");
            scene.reset();
        });
        assertThat(install("c-1")).isInstanceOf(Delivery.Lost.class);
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).filteredOn(JOIN::equals).hasSize(1);
    }

    @Test
    void doesNotKnowWhatCameOfARenewalWhoseSecondStepDidNotReachTheServer() {
        jamf.has("12");
        jamf.issued("ERROR", "2026-11-27T07:00:00Z");
        jamf.instead("PUT ", jamf.doing(() -> jamf.members.clear(), 201), FakeJamf.saying(500, ""));
        assertThat(install("c-1").toString()).startsWith("Lost").doesNotContain("[why=Unreachable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "NOT_NOW"})
    void waitsForACommandThatTheMacHasNotAnswered(String state) {
        jamf.has("12");
        jamf.issued(state, "2026-11-27T07:00:00Z");
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(install("c-2", true)).isEqualTo(QUEUED);
        assertThat(notes).isEmpty();
    }

    @Test
    void saysThatNothingChangedWhenTheMacIsSaidToHaveIt() {
        jamf.has("12");
        jamf.issued("ACKNOWLEDGED", "2026-11-27T07:00:00Z");
        assertThat(install("c-1")).isEqualTo(new Delivery.Unchanged());
        assertThat(notes).isEmpty();
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-1")))
                .as("what an older command did")
                .contains(new CommandResult.Waiting());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesTheMacOutAndPutsItInAgainWhenItRefusedOrWhenItIsWanted(boolean anew) {
        jamf.has("12");
        jamf.issued(anew ? "ACKNOWLEDGED" : "ERROR", "2026-11-27T07:00:00Z");
        assertThat(install("c-1", anew)).isEqualTo(QUEUED);
        assertThat(notes).containsExactly("this Mac left the static group 4", "this Mac joined the static group 4");
        assertThat(jamf.members).containsExactly("12");
    }

    @Test
    void doesNotTakeTheMacOutTwiceWhenTheAnswerToPuttingItInWasLost() {
        jamf.has("12");
        jamf.issued("ACKNOWLEDGED", "2026-11-27T07:00:00Z");
        jamf.instead("PUT ", jamf.doing(() -> jamf.members.clear(), 201), scene -> {
            jamf.members.add("12");
            scene.reset();
        });
        assertThat(install("c-1", true)).isInstanceOf(Delivery.Lost.class);
        assertThat(install("c-1", true)).isEqualTo(QUEUED);
        assertThat(calls()).filteredOn(JOIN::equals).hasSize(2);
        assertThat(jamf.members).containsExactly("12");
    }

    @Test
    void doesNotSayThatNothingHappenedWhenItTookTheMacOutAndCouldNotPutItIn() {
        jamf.has("12");
        jamf.issued("ACKNOWLEDGED", "2026-11-27T07:00:00Z");
        jamf.instead("PUT ", jamf.doing(() -> jamf.members.clear(), 201), FakeJamf.saying(403, ""));
        assertThat(install("c-1", true)).isInstanceOf(Delivery.Lost.class);
        assertThat(install("c-1", true)).isEqualTo(QUEUED);
        assertThat(jamf.members).containsExactly("12");
    }

    @Test
    void asksForNobodyWhoIsNotThisMacOrHasLeft() {
        jamf.udid = "00000000-5F1B-4790-8A11-E3BF74726AD8";
        assertThat(install("c-1")).isEqualTo(new Delivery.UnknownDevice());
        jamf.udid = UDID.toLowerCase(java.util.Locale.ROOT);
        jamf.general = "\"managementId\":\"" + FakeJamf.MANAGEMENT_ID + "\",\"remoteManagement\":{\"managed\":false}";
        open();
        assertThat(install("c-1")).isEqualTo(new Delivery.NotEnrolled());
        jamf.general = "\"managementId\":null";
        open();
        assertThat(install("c-1")).isEqualTo(new Delivery.NotEnrolled());
        assertThat(calls()).isEmpty();
    }

    @Test
    void namesThePrivilegeThatIsMissing() {
        jamf.has("7");
        jamf.instead("PUT ", FakeJamf.saying(403, "<p>Forbidden</p>"));
        assertThat(install("c-1").toString()).contains("Refused").contains("\"Update Static Computer Groups\"");
        jamf.instead(NAME_PATH, FakeJamf.saying(403, "<p>Forbidden</p>"));
        assertThat(install("c-1").toString()).contains("Refused").contains("\"Read macOS Configuration Profiles\"");
    }

    @Test
    void tellsASentenceOfAPageAndNothingElseOfIt() {
        jamf.instead(
                "POST /JSSResource/osx",
                FakeJamf.saying(
                        409,
                        "<html><h1>x</h1><p>Error: The payloads are no property list</p><p>&lt;plist&gt;canary</p>"));
        assertThat(install("c-1").toString())
                .contains("answered 409: The payloads are no property list")
                .doesNotContain("canary", "html");
    }

    @Test
    void saysThatItIsTooLarge() {
        jamf.instead("POST /JSSResource/osx", FakeJamf.saying(413, ""));
        assertThat(install("c-1")).isInstanceOf(Delivery.TooLarge.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"com/acme", "com;acme", "com%acme", "com\\acme", "com:acme"})
    void sendsNothingUnderAnIdentifierThatCannotBeNamed(String identifier) {
        ProfileIdentifier odd = new ProfileIdentifier(identifier);
        ObjectName name = new ObjectName(odd, NAME.uuid());
        Delivery delivery = send(
                new Command("c-1", new Request.InstallProfile(odd, new Bytes(new byte[0]), Optional.of(name), false)));
        assertThat(delivery).isInstanceOf(Delivery.Refused.class);
        assertThat(calls()).isEmpty();
    }

    @Test
    void takesNoCommandThatNamesNoObject() {
        assertThat(send(Mdms.install("c-1"))).isInstanceOf(Delivery.Refused.class);
        assertThat(send(new Command("c-2", new Request.RemoveProfile(NAME.identifier()))))
                .isInstanceOf(Delivery.Refused.class);
        assertThat(send(new Command("c-3", new Request.ProfileList(true)))).isInstanceOf(Delivery.Refused.class);
        assertThat(calls()).isEmpty();
    }
}
