// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Delivery;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoveTest extends JamfFixture {
    private static final Delivery QUEUED = new Delivery.Queued(Optional.empty());

    @Test
    void takesTheLastMacOutAndLeavesObjectAndGroupForAnotherMayBeAboutToCome() {
        jamf.has("12");
        assertThat(remove("c-1")).isEqualTo(QUEUED);
        assertThat(jamf.members).isEmpty();
        assertThat(last("PUT")).contains("<computer_deletions><computer><id>12</id></computer></computer_deletions>");
        assertThat(calls()).noneMatch(call -> call.startsWith("DELETE"));
        assertThat(notes).containsExactly("this Mac left the static group 4");
    }

    @Test
    void leavesTheObjectToWhoeverElseHasIt() {
        jamf.has("7", "12");
        assertThat(remove("c-1")).isEqualTo(QUEUED);
        assertThat(jamf.members).containsExactly("7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<all_computers>true</all_computers>",
                "<computers><computer><id>12</id></computer></computers>",
                "<departments><department><id>2</id></department></departments>",
            })
    void doesNotTakeAwayWhatAnAdministratorGaveInAnotherWay(String wide) {
        jamf.hasAlsoFor(wide);
        jamf.members.add("12");
        assertThat(remove("c-1").toString()).contains("Refused", "take that out of the object's scope");
        assertThat(jamf.members).containsExactly("12");
        assertThat(notes).isEmpty();
    }

    @Test
    void hasNothingToDoWhereTheMacIsOutAlready() {
        jamf.has("7");
        assertThat(remove("c-1")).isEqualTo(new Delivery.Unchanged());
        assertThat(notes).isEmpty();
    }

    @Test
    void waitsForARemovalThatIsOnItsWayWhereTheMacIsOutAlready() {
        jamf.has();
        jamf.issued("PENDING", "2026-11-27T07:00:00Z");
        assertThat(remove("c-1")).isEqualTo(QUEUED);
    }

    @Test
    void tellsInTheMacsWordsThatItRefusedToRemoveIt() {
        jamf.has();
        jamf.issued("ERROR", "2026-11-27T07:00:00Z");
        jamf.failed = "<command><name>Remove Configuration Profile " + NAME + "</name><status>It is locked.</status>"
                + "<issued_epoch>2</issued_epoch></command>";
        assertThat(remove("c-1").toString()).contains("Refused", "this Mac refused to remove it", "It is locked.");
        assertThat(notes).isEmpty();
    }

    @Test
    void leavesTheGroupOfAnObjectThatIsGoneSoThatTheNextOfItsNameDoesNotComeByItself() {
        jamf.has("7", "12");
        jamf.name = "";
        assertThat(remove("c-1")).isEqualTo(new Delivery.Unchanged());
        assertThat(jamf.members).containsExactly("7");
    }

    @Test
    void hasNothingToDoForAnObjectThatIsGone() {
        assertThat(remove("c-1")).isEqualTo(new Delivery.Unchanged());
        assertThat(notes).isEmpty();
    }
}
