// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Delivery;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoveTest extends JamfFixture {
    private static final String DELETE = "DELETE /JSSResource/osxconfigurationprofiles/id/1";
    private static final Delivery QUEUED = new Delivery.Queued(Optional.empty());

    @Test
    void takesTheLastMacOutAndLeavesTheObjectForAnotherMayBeAboutToCome() {
        jamf.has("x", NAMED);
        assertThat(remove("c-1")).isEqualTo(QUEUED);
        assertThat(jamf.scope).doesNotContain("<id>12</id>");
        assertThat(calls()).doesNotContain(DELETE);
        assertThat(notes).hasSize(1);
    }

    @Test
    void leavesTheObjectToWhoeverElseHasIt() {
        jamf.has("x", "<computers><computer><id>7</id></computer><computer><id>12</id></computer></computers>");
        assertThat(remove("c-1")).isEqualTo(QUEUED);
        assertThat(jamf.scope).contains("<id>7</id>").doesNotContain("<id>12</id>");
        assertThat(calls()).doesNotContain(DELETE);
    }

    @Test
    void deletesNothingThatAnotherMacJoinedMeanwhile() {
        jamf.has("x", NAMED);
        jamf.instead("PUT ", jamf.doing(() -> jamf.has("x", OTHER), 201));
        assertThat(remove("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).doesNotContain(DELETE);
    }

    @Test
    void excludesAMacOfAGroupAndLeavesItInTheGroupForItsOtherObjects() {
        jamf.has("x", GROUP);
        jamf.members = "<computer><id>12</id></computer>";
        settings.put("mdm.group", "cmdm");
        open();
        assertThat(remove("c-1")).isEqualTo(QUEUED);
        assertThat(jamf.scope)
                .contains("<exclusions><computers><computer><id>12</id></computer></computers></exclusions>");
        assertThat(jamf.members).isNotEmpty();
        assertThat(calls()).doesNotContain(DELETE);
    }

    @Test
    void hasNothingToDoWhereTheMacIsOutAlready() {
        jamf.has("x", "<computers/>");
        assertThat(remove("c-1")).isEqualTo(new Delivery.Unchanged());
        assertThat(calls()).doesNotContain(DELETE);
    }

    @Test
    void hasNothingToDoForAnObjectThatIsGone() {
        assertThat(remove("c-1")).isEqualTo(new Delivery.Unchanged());
        assertThat(notes).isEmpty();
    }
}
