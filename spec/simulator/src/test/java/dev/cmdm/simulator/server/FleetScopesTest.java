// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static dev.cmdm.simulator.server.FleetStage.commandUuid;
import static dev.cmdm.simulator.server.FleetStage.field;
import static dev.cmdm.simulator.server.FleetStage.json;
import static dev.cmdm.simulator.server.FleetStage.named;
import static dev.cmdm.simulator.server.FleetStage.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.identity.DeviceIdentity;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FleetScopesTest extends FleetFixture {
    private static final String WIFI = "com.acme.wifi";
    private static final String LABEL = "com.acme.wifi:1";

    @BeforeEach
    void addLabels() {
        fleet.addLabel(LABEL);
        fleet.addLabel("other");
    }

    @Test
    void bringsALabelledProfileToAHostThatGetsOneOfItsLabelsAndRemovesItFromOneThatLosesIt() {
        var identity = fleet.enroll();
        assertThat(upload("other", LABEL).status()).isEqualTo(200);
        assertThat(fleet.stateOfProfile().isMissingNode()).isTrue();

        fleet.giveLabel(LABEL);
        var command = fleet.fetch(identity);
        assertThat(command).contains("InstallProfile");
        answer(identity, "Acknowledged", command);
        waitFor("status", "verified");

        fleet.takeLabel(LABEL);
        var removal = fleet.fetch(identity);
        assertThat(removal).contains("RemoveProfile", WIFI);
        assertThat(operation()).isEqualTo("remove");
        answer(identity, "Acknowledged", removal);
        assertThat(fleet.stateOfProfile().isMissingNode()).isTrue();
    }

    @Test
    void showsNothingOfAChangeOfLabelsBeforeItsNextLookAtTheHosts() {
        try (var slow = new FleetStage(folder, options -> options.queueDelay = Duration.ofHours(1))) {
            slow.enroll();
            slow.addLabel(LABEL);
            slow.upload(named(WIFI, "Wi-Fi"), 0, LABEL);
            slow.giveLabel(LABEL);
            assertThat(slow.stateOfProfile().isMissingNode()).isTrue();
        }
    }

    @Test
    void bringsALabelledProfileAtOnceToAHostThatHasTheLabelAndAgainWhenItEnrollsAgain() {
        var identity = fleet.enroll();
        fleet.giveLabel(LABEL);
        upload(LABEL);
        assertThat(fleet.stateOfProfile().path("status").asString()).isEqualTo("pending");
        assertThat(fleet.fetch(identity)).contains("InstallProfile");
        assertThat(fleet.fetch(fleet.enroll())).contains("InstallProfile");
    }

    @Test
    void keepsALabelledProfileToTheHostsOfItsTeam() {
        var identity = fleet.enroll();
        fleet.post("teams", "{'name':'Sales'}");
        fleet.upload(named(WIFI, "Wi-Fi"), 1, LABEL);
        fleet.giveLabel(LABEL);
        upload(LABEL);
        answer(identity, "Acknowledged", fleet.fetch(identity));
        assertThat(fleet.stateOfProfile().path("profile_uuid").asString())
                .isEqualTo(uuid("configuration_profiles?team_id=0"));
        assertThat(fleet.stage.connect(identity, Messages.idle()).body()).isEmpty();
    }

    @Test
    void callsBackWhatTheMacHasNotFetchedAndRemovesItWhateverTheMacSays() {
        var identity = fleet.enroll();
        upload(LABEL);
        fleet.giveLabel(LABEL);
        waitFor("status", "pending");
        fleet.takeLabel(LABEL);
        waitFor("operation_type", "remove");
        var removal = fleet.fetch(identity);
        assertThat(removal).contains("RemoveProfile");
        fleet.stage.connect(identity, refusal(removal, "MCMDMErrorDomain", 12013));
        assertThat(fleet.stateOfProfile().isMissingNode()).isTrue();
    }

    @Test
    void forgetsAProfileThatFailedWhenTheHostLosesTheLabel() {
        var identity = fleet.enroll();
        upload(LABEL);
        fleet.giveLabel(LABEL);
        fleet.stage.connect(identity, refusal(fleet.fetch(identity), "ConfigProfilePluginDomain", -319));
        assertThat(fleet.stateOfProfile().path("status").asString()).isEqualTo("failed");
        fleet.takeLabel(LABEL);
        Eventually.until(fleet::stateOfProfile, JsonNode::isMissingNode);
        assertThat(fleet.stage.connect(identity, Messages.idle()).body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MDMClientError, 89, ", "MCMDMErrorDomain, 12013, failed"})
    void takesAProfileThatIsNotOnTheMacForRemovedAndOtherRefusalsForFailures(String domain, int code, String status) {
        var identity = fleet.enroll();
        fleet.giveLabel(LABEL);
        upload(LABEL);
        answer(identity, "Acknowledged", fleet.fetch(identity));
        fleet.takeLabel(LABEL);
        fleet.stage.connect(identity, refusal(fleet.fetch(identity), domain, code));
        assertThat(fleet.stateOfProfile().path("status").asString("")).isEqualTo(status == null ? "" : status);
    }

    @Test
    void listsTheLabelsOfAProfileThatHasSome() {
        upload(LABEL, "other");
        fleet.upload(named("com.acme.zip", "Zip"), 0);
        var listed = json(fleet.get("configuration_profiles?team_id=0")).path("profiles");
        var labels = listed.path(0).path("labels_include_any");
        assertThat(labels.path(0).path("name").asString()).isEqualTo(LABEL);
        assertThat(labels.path(0).path("id").asInt()).isEqualTo(8);
        assertThat(labels.path(1).path("name").asString()).isEqualTo("other");
        assertThat(listed.path(1).has("labels_include_any")).isFalse();
        assertThat(json(fleet.get("configuration_profiles/" + uuid("configuration_profiles")))
                        .has("labels_include_any"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "labels_include_all, false, true",
        "labels, false, true",
        "labels_include_any, true, true",
        "labels_exclude_any, false, false"
    })
    void readsTheOtherScopesToo(String field, boolean withOne, boolean withBoth) {
        fleet.enroll();
        fleet.giveLabel(LABEL);
        assertThat(reached(field, "a")).isEqualTo(withOne);
        fleet.giveLabel("other");
        assertThat(reached(field, "b")).isEqualTo(withBoth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"labels_include_all", "labels_exclude_any", "labels"})
    void refusesTwoKindsOfLabelsWith400(String other) {
        var answer = fleet.uploadWith(named(WIFI, "Wi-Fi"), field("labels_include_any", LABEL) + field(other, "other"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(reason(answer))
                .isEqualTo("Only one of \"labels_exclude_any\", \"labels_include_all\", \"labels_include_any\","
                        + " or \"labels\" can be included.");
    }

    @Test
    void refusesALabelThatDoesNotExistWith400() {
        var answer = upload(LABEL, "nobody's");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(reason(answer)).isEqualTo("some or all the labels provided don't exist");
        assertThat(json(fleet.get("configuration_profiles")).path("profiles").isEmpty())
                .isTrue();
    }

    @Test
    void takesNoLabelsOnProfilesAndNoTeamsWithoutAPremiumLicense() {
        try (var free = new FleetStage(folder, options -> options.fields = "{\"free\":true}")) {
            free.addLabel(LABEL);
            var labelled = free.upload(named(WIFI, "Wi-Fi"), 0, LABEL);
            assertThat(labelled.status()).isEqualTo(402);
            assertThat(json(labelled).path("message").asString())
                    .isEqualTo("Scoping configuration profiles with labels requires Fleet Premium license");
            assertThat(free.post("teams", "{'name':'Sales'}").status()).isEqualTo(402);
            assertThat(free.upload(named(WIFI, "Wi-Fi"), 0).status()).isEqualTo(200);
        }
    }

    private boolean reached(String field, String name) {
        fleet.uploadWith(named("com.acme." + name, name), field(field, LABEL) + field(field, "other"));
        return fleet.get("hosts/1").body().contains("\"name\": \"" + name + "\"");
    }

    private Answer upload(String... labels) {
        return fleet.upload(named(WIFI, "Wi-Fi"), 0, labels);
    }

    private void answer(DeviceIdentity identity, String status, String command) {
        fleet.stage.connect(identity, Messages.report(status, commandUuid(command)));
    }

    private static String refusal(String command, String domain, int code) {
        return Messages.refusal(commandUuid(command), domain, code);
    }

    private void waitFor(String field, String value) {
        Eventually.until(() -> fleet.stateOfProfile().path(field).asString(""), value::equals);
    }

    private String operation() {
        return fleet.stateOfProfile().path("operation_type").asString();
    }

    private String uuid(String list) {
        return json(fleet.get(list))
                .path("profiles")
                .path(0)
                .path("profile_uuid")
                .asString();
    }
}
