// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was begun before, by this run or by Fleet: finished, waited for, or sent again. */
class ProfilesRepeatTest extends ProfilesFixture {
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
        fleet.instead("POST ", FakeFleet.refusing(404, "Unable to match profile to host."), TestServer.Scene::reset);
        assertThat(install("c-3").toString()).contains("Refused", "Unable to match profile");
        assertThat(install("c-4")).isInstanceOf(Delivery.Lost.class);
        assertThat(notes).isEmpty();
    }
}
