// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesRemoveTest extends ProfilesFixture {
    private static final String LIST = "GET configuration_profiles";
    private static final String LEAVE = "DELETE hosts/12/labels";

    @Test
    void takesTheLabelAwayAndLeavesLabelAndProfileForAnotherMayBeAboutToCome() {
        fleet.has();
        fleet.hostHasLabel();
        assertThat(remove("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).containsExactly(LIST, LEAVE);
        assertThat(last(LEAVE)).isEqualTo("{\"labels\":[\"" + NAME + "\"]}");
        assertThat(fleet.hostLabels).containsExactly("All Hosts");
        assertThat(notes).containsExactly("the label " + NAME + " was taken away from this Mac");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"labels_include_any\":[{\"name\":\"All Hosts\"},"
                        + "{\"name\":\"com.acme.dock:5E2C1111-2222-5333-8444-555555555555\"}]",
                "\"labels_include_all\":[{\"name\":\"All Hosts\"}]",
                "\"labels_exclude_any\":[{\"name\":\"Sales\"}]",
                "\"labels_exclude_any\":[{\"name\":\"com.acme.dock:5E2C1111-2222-5333-8444-555555555555\"}]"
            })
    void doesNotTakeAwayWhatAnAdministratorGaveInAnotherWay(String labels) {
        fleet.has();
        fleet.hasFor(labels);
        fleet.hostHasLabel();
        assertThat(remove("c-1").toString()).contains("Refused", "otherwise than by the label of its name");
        assertThat(fleet.hostLabels).contains(NAME.toString());
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"labels_include_any\":[{\"name\":\"Sales\"},"
                        + "{\"name\":\"com.acme.dock:5E2C1111-2222-5333-8444-555555555555\"}]",
                "\"labels_include_all\":[{\"name\":\"All Hosts\"},"
                        + "{\"name\":\"com.acme.dock:5E2C1111-2222-5333-8444-555555555555\"}]",
                "\"labels_include_any\":[{\"name\":\"All Hosts\",\"broken\":true}]",
                "\"labels_exclude_any\":[{\"name\":\"All Hosts\"}]"
            })
    void takesAwayWhatReachesTheMacNotOtherwise(String labels) {
        fleet.has();
        fleet.hasFor(labels);
        fleet.hostHasLabel();
        assertThat(remove("c-1")).isEqualTo(QUEUED);
        assertThat(fleet.hostLabels).containsExactly("All Hosts");
    }

    @Test
    void hasNothingToDoWhereTheMacHasNeitherLabelNorProfile() {
        assertThat(remove("c-1")).isEqualTo(new Delivery.Unchanged());
        fleet.has();
        assertThat(remove("c-2")).isEqualTo(new Delivery.Unchanged());
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"install", "remove"})
    void waitsForARemovalThatIsOnItsWayWhereTheLabelIsGoneAlready(String operation) {
        fleet.has();
        fleet.stands(operation, "\"pending\"", "");
        assertThat(remove("c-1")).isEqualTo(QUEUED);
        assertThat(notes).isEmpty();
    }

    @Test
    void saysWhyTheMacRefusedToRemoveItForFleetDoesNotAskItAgain() {
        fleet.has();
        fleet.stands("remove", "\"failed\"", "MDMClientError (99): No.");
        assertThat(remove("c-1").toString())
                .contains("Refused", "refused to remove it, and Fleet does not ask it again: MDMClientError (99): No.");
    }

    @Test
    void takesTheLabelAwayAlsoWhereThisTeamHasNoSuchProfile() {
        fleet.label = NAME.toString();
        fleet.hostHasLabel();
        assertThat(remove("c-1")).isEqualTo(QUEUED);
        assertThat(fleet.hostLabels).containsExactly("All Hosts");
    }

    @Test
    void saysSoWhenTheLabelComesBackAndDoesNotMindWhenItIsGoneAltogether() {
        fleet.has();
        fleet.hostHasLabel();
        for (int i = 0; i < 3; i++) {
            fleet.instead("DELETE ", FakeFleet.doing(() -> {}));
        }
        assertThat(remove("c-1").toString()).contains("Refused", "does not lose the label");
        notes.clear();
        fleet.instead("DELETE ", scene -> {
            fleet.hostLabels.remove(NAME.toString());
            FakeFleet.refusing(400, "Couldn't remove labels. Labels not found: x. All labels must exist.")
                    .play(scene);
        });
        assertThat(remove("c-1")).isEqualTo(QUEUED);
        assertThat(notes).isEmpty();
    }

    @Test
    void saysWhyTheLabelWasNotTaken() {
        fleet.has();
        fleet.hostHasLabel();
        fleet.instead("DELETE ", FakeFleet.refusing(400, "Couldn't remove labels. Labels are dynamic."));
        assertThat(remove("c-1").toString())
                .contains("Refused", "answered 400: Couldn't remove labels. Labels are dynamic");
    }

    @Test
    void doesNotKnowWhatCameOfALostAnswerAndFinishesItAtARepeat() {
        fleet.has();
        fleet.hostHasLabel();
        fleet.stands("install", "\"verified\"", "");
        fleet.instead("DELETE ", scene -> {
            fleet.hostLabels.remove(NAME.toString());
            scene.reset();
        });
        assertThat(remove("c-1")).isInstanceOf(Delivery.Lost.class);
        assertThat(remove("c-1")).isEqualTo(QUEUED);
        assertThat(calls()).filteredOn(LEAVE::equals).hasSize(1);
    }
}
