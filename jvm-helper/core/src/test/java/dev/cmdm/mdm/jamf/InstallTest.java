// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ObjectName;
import dev.cmdm.profile.ProfileIdentifier;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallTest extends JamfFixture {
    private static final String NAME_PATH =
            "GET /JSSResource/osxconfigurationprofiles/name/com.acme.dock%3A5E2C1111-2222-5333-8444-555555555555";
    private static final String CREATE = "POST /JSSResource/osxconfigurationprofiles/id/0";
    private static final String WRITE = "PUT /JSSResource/osxconfigurationprofiles/id/1";
    private static final String READ = "GET /JSSResource/osxconfigurationprofiles/id/1";
    private static final Delivery QUEUED = new Delivery.Queued(Optional.empty());

    @Test
    void makesAnObjectForNobodyAndThenPutsTheMacIntoItsScope() {
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).containsExactly(NAME_PATH, CREATE, NAME_PATH, WRITE, READ);
        assertThat(last("POST"))
                .contains("<name>com.acme.dock:5E2C1111-2222-5333-8444-555555555555</name>", "<computers></computers>")
                .contains("<payloads>&lt;?xml version=\"1.0\"?&gt;&lt;plist&gt;&lt;string&gt;canary &amp;amp; co");
        assertThat(last("PUT")).contains("<computer><id>12</id></computer>").doesNotContain("payloads");
        assertThat(notes).hasSize(2).noneMatch(line -> line.contains("canary"));
    }

    @Test
    void leavesAnObjectAloneThatIsThereAndKeepsEverybodyInIt() {
        jamf.has("x", OTHER);
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).containsExactly(NAME_PATH, WRITE, READ);
        assertThat(jamf.scope).contains("<id>7</id>", "<id>12</id>");
    }

    @Test
    void takesTheObjectOfWhoeverMadeItAMomentBefore() {
        jamf.instead("POST /JSSResource", scene -> {
            jamf.has("x", OTHER);
            FakeJamf.saying(409, "<p>Error: Duplicate name</p>").play(scene);
        });
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(jamf.scope).contains("<id>7</id>", "<id>12</id>");
        assertThat(notes).hasSize(1);
    }

    @Test
    void writesAgainWithBothWhenAnotherMacsWritingUndidIts() {
        jamf.has("x", "<computers/>");
        jamf.instead("PUT ", jamf.doing(() -> jamf.has("x", OTHER), 201));
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).containsExactly(NAME_PATH, WRITE, READ, WRITE, READ);
        assertThat(jamf.scope).contains("<id>7</id>", "<id>12</id>");
    }

    @Test
    void givesUpAfterAWhileWhenItsWritingIsUndoneEachTime() {
        jamf.has("x", "<computers/>");
        for (int i = 0; i < 20; i++) {
            jamf.instead("PUT ", jamf.doing(() -> jamf.has("x", OTHER), 201));
        }
        assertThat(install("c-1")).isInstanceOf(Delivery.Refused.class);
        assertThat(calls()).filteredOn(WRITE::equals).hasSize(6);
    }

    @Test
    void makesAnObjectAgainThatSomebodyDeletedMeanwhile() {
        jamf.has("x", OTHER);
        jamf.instead("PUT ", scene -> {
            jamf.name = "";
            FakeJamf.saying(404, "").play(scene);
        });
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).containsExactly(NAME_PATH, WRITE, READ, NAME_PATH, CREATE, NAME_PATH, WRITE, READ);
    }

    @Test
    void doesNotKnowWhatCameOfAWritingWhoseAnswerWasLostAndFinishesItAtARepeat() {
        jamf.has("x", "<computers/>");
        jamf.instead("PUT ", scene -> {
            jamf.has("x", NAMED);
            jamf.issued("PENDING", "2026-11-27T08:00:00Z");
            scene.reset();
        });
        assertThat(install("c-1")).isInstanceOf(Delivery.Lost.class);
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).filteredOn(WRITE::equals).hasSize(1);
    }

    @Test
    void doesNotKnowWhatCameOfAWritingThatItCouldNotReadBack() {
        jamf.has("x", "<computers/>");
        jamf.instead(READ, FakeJamf.saying(500, ""));
        assertThat(install("c-1")).isInstanceOf(Delivery.Lost.class);
        assertThat(notes).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "NOT_NOW"})
    void waitsForACommandThatTheMacHasNotAnswered(String state) {
        jamf.has("x", NAMED);
        jamf.issued(state, "2026-11-27T07:00:00Z");
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(notes).isEmpty();
    }

    @Test
    void saysThatNothingChangedWhenTheMacIsSaidToHaveIt() {
        jamf.has("x", NAMED);
        jamf.issued("ACKNOWLEDGED", "2026-11-27T07:00:00Z");
        assertThat(install("c-1")).isEqualTo(new Delivery.Unchanged());
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesTheMacOutAndPutsItInAgainWhenItRefusedOrWhenItIsWanted(boolean anew) {
        jamf.has("x", NAMED);
        jamf.issued(anew ? "ACKNOWLEDGED" : "ERROR", "2026-11-27T07:00:00Z");
        assertThat(install("c-1", anew)).isEqualTo(QUEUED);
        assertThat(notes)
                .containsExactly(
                        "this Mac was taken out of the scope of object 1",
                        "this Mac was put into the scope of object 1");
        assertThat(jamf.scope).contains("<id>12</id>");
    }

    @Test
    void joinsTheGroupThatTheObjectIsForAndLeavesTheScopeAlone() {
        jamf.has("x", GROUP);
        settings.put("mdm.group", "cmdm");
        open();
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(last("PUT")).contains("<computer_additions><computer><id>12</id></computer></computer_additions>");
        assertThat(calls()).doesNotContain(WRITE);
        assertThat(notes).containsExactly("this Mac joined the group cmdm");
    }

    @Test
    void letsAMacOfTheGroupInAgainThatWasExcluded() {
        jamf.has("x", GROUP + "<exclusions>" + NAMED + "</exclusions>");
        jamf.members = "<computer><id>12</id></computer>";
        settings.put("mdm.group", "cmdm");
        open();
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(jamf.scope).contains("<id>4</id>").doesNotContain("<id>12</id>");
    }

    @Test
    void namesTheMacWhereTheObjectIsForAnotherGroup() {
        jamf.has("x", GROUP);
        settings.put("mdm.group", "elsewhere");
        open();
        assertThat(install("c-1")).isEqualTo(QUEUED);
        assertThat(jamf.scope).contains("<id>4</id>", "<id>12</id>");
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
        jamf.has("x", OTHER);
        jamf.instead("PUT ", FakeJamf.saying(403, "<p>Forbidden</p>"));
        assertThat(install("c-1").toString()).contains("Refused").contains("\"Update macOS Configuration Profiles\"");
        jamf.instead(NAME_PATH, FakeJamf.saying(403, "<p>Forbidden</p>"));
        assertThat(install("c-1").toString()).contains("Refused").contains("\"Read macOS Configuration Profiles\"");
    }

    @Test
    void tellsASentenceOfAPageAndNothingElseOfIt() {
        jamf.instead(
                "POST /JSSResource",
                FakeJamf.saying(
                        409,
                        "<html><h1>x</h1><p>Error: The payloads are no property list</p><p>&lt;plist&gt;canary</p>"));
        assertThat(install("c-1").toString())
                .contains("answered 409: The payloads are no property list")
                .doesNotContain("canary", "html");
    }

    @Test
    void saysThatItIsTooLarge() {
        jamf.instead("POST /JSSResource", FakeJamf.saying(413, ""));
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
