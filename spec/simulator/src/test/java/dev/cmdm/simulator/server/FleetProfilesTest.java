// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static dev.cmdm.simulator.server.FleetStage.commandUuid;
import static dev.cmdm.simulator.server.FleetStage.json;
import static dev.cmdm.simulator.server.FleetStage.named;
import static dev.cmdm.simulator.server.FleetStage.reason;
import static dev.cmdm.simulator.server.Messages.UDID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.simulator.TestProfiles;
import dev.cmdm.simulator.TestSigner;
import dev.cmdm.simulator.profile.ProfileReader;
import dev.cmdm.simulator.profile.UnusableProfileException;
import dev.cmdm.simulator.wire.GoPlist;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetProfilesTest extends FleetFixture {
    private static final String DOCK = "com.acme.dock";

    @Test
    void bringsATeamsProfileToEachOfItsHostsSignedAndTellsHowFarItIs() throws Exception {
        var identity = fleet.enroll();
        var profile = named(DOCK, "Dock");
        assertThat(json(fleet.upload(profile, 0)).path("profile_uuid").asString())
                .startsWith("a");
        assertThat(fleet.stateOfProfile().path("status").asString()).isEqualTo("pending");

        var command = fleet.fetch(identity);
        var sent = Fields.data(Fields.dictionary(GoPlist.xml(Stage.bytes(command)), "Command"), "Payload");
        assertThat(ProfileReader.read(sent).identifier()).isEqualTo(DOCK);
        assertThat(sent).isNotEqualTo(profile);

        fleet.stage.connect(identity, Messages.report("Acknowledged", commandUuid(command)));
        assertThat(fleet.stateOfProfile().path("status").asString()).isIn("verifying", "verified");
        Eventually.until(() -> fleet.stateOfProfile().path("status").asString(), "verified"::equals);
    }

    @Test
    void putsTheErrorChainOfAFailedProfileIntoItsDetail() throws Exception {
        var identity = fleet.enroll();
        fleet.upload(named(DOCK, "Dock"), 0);
        var report = Messages.refusal(commandUuid(fleet.fetch(identity)), "ConfigProfilePluginDomain", -319);
        fleet.stage.connect(identity, report);
        assertThat(fleet.stateOfProfile().path("status").asString()).isEqualTo("failed");
        assertThat(fleet.stateOfProfile().path("detail").asString()).isEqualTo("ConfigProfilePluginDomain (-319): No");
    }

    @Test
    void takesASignedProfileThatNoMacCanOpenThen() throws Exception {
        var identity = fleet.enroll();
        var signed = TestSigner.sign(named(DOCK, "Dock"), Clock.systemUTC());
        assertThat(fleet.upload(signed, 0).status()).isEqualTo(200);

        var command = GoPlist.xml(Stage.bytes(fleet.fetch(identity)));
        var sent = Fields.data(Fields.dictionary(command, "Command"), "Payload");
        assertThatThrownBy(() -> ProfileReader.read(sent))
                .isInstanceOfSatisfying(
                        UnusableProfileException.class,
                        refused -> assertThat(refused.flaw()).isEqualTo(UnusableProfileException.Flaw.NOT_A_PLIST));
    }

    @Test
    void refusesTheSameNameOrIdentifierInOneTeamWith409() {
        fleet.upload(named(DOCK, "Dock"), 0);
        var name = fleet.upload(named("com.acme.other", "Dock"), 0);
        assertThat(name.status()).isEqualTo(409);
        assertThat(reason(name)).contains("with this name");
        var identifier = fleet.upload(named(DOCK, "Other"), 0);
        assertThat(identifier.status()).isEqualTo(409);
        assertThat(reason(identifier)).contains("PayloadIdentifier");

        int team = json(fleet.post("teams", "{'name':'Sales'}"))
                .path("team")
                .path("id")
                .asInt();
        assertThat(fleet.upload(named(DOCK, "Dock"), team).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.apple.MCX.FileVault2", "com.apple.security.FDERecoveryKeyEscrow"})
    void refusesFileVaultWith422(String payloadType) {
        var profile = TestProfiles.profile(DOCK)
                .with("PayloadDisplayName", "Dock")
                .payload(payloadType, DOCK + ".a", Map.of())
                .xml();
        var answer = fleet.upload(profile, 0);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(json(answer).path("message").asString()).isEqualTo("Validation Failed");
        assertThat(reason(answer)).contains("FileVault");
    }

    @Test
    void refusesItsOwnIdentifiersAndWhatHasNoNameOrIsNoProfileWith422() {
        assertThat(fleet.upload(named("com.fleetdm.fleetd.config", "Mine"), 0).status())
                .isEqualTo(422);
        assertThat(fleet.upload(TestProfiles.bytes(DOCK), 0).status()).isEqualTo(422);
        assertThat(fleet.upload(Stage.bytes("nothing"), 0).status()).isEqualTo(422);
    }

    @Test
    void refusesMoreThan1MB() {
        var big = TestProfiles.profile(DOCK)
                .with("PayloadDisplayName", "Dock")
                .with("PayloadDescription", "x".repeat(1024 * 1024))
                .xml();
        assertThat(reason(fleet.upload(big, 0))).contains("1 MB");
    }

    @Test
    void answers400ToJsonWhereAFormIsExpected() {
        var answer = fleet.post("configuration_profiles", "{'profile':'x'}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(reason(answer)).isEqualTo("failed to parse multipart form");
    }

    @Test
    void listsShowsAndDeletesAProfileAndTakesItFromTheHosts() throws Exception {
        var identity = fleet.enroll();
        var profile = named(DOCK, "Dock");
        var uuid = json(fleet.upload(profile, 0)).path("profile_uuid").asString();
        fleet.stage.connect(identity, Messages.report("Acknowledged", commandUuid(fleet.fetch(identity))));

        var listed = json(fleet.get("configuration_profiles?team_id=0"))
                .path("profiles")
                .path(0);
        assertThat(listed.path("identifier").asString()).isEqualTo(DOCK);
        assertThat(listed.path("profile_uuid").asString()).isEqualTo(uuid);
        assertThat(Stage.bytes(fleet.get("configuration_profiles/" + uuid + "?alt=media")
                        .body()))
                .isEqualTo(profile);

        assertThat(fleet.delete("configuration_profiles/" + uuid).status()).isEqualTo(200);
        assertThat(fleet.get("configuration_profiles/" + uuid).status()).isEqualTo(404);
        assertThat(fleet.stateOfProfile().path("operation_type").asString()).isEqualTo("remove");
        var removal = fleet.fetch(identity);
        assertThat(removal).contains("RemoveProfile", DOCK);
        fleet.stage.connect(identity, Messages.report("Acknowledged", commandUuid(removal)));
        assertThat(fleet.stateOfProfile().isMissingNode()).isTrue();
    }

    @Test
    void listsTheProfilesOfATeamByNameAndInPagesIfAsked() {
        fleet.upload(named("com.acme.c", "c"), 0);
        fleet.upload(named("com.acme.b", "B"), 0);
        fleet.upload(named("com.acme.a", "a"), 0);
        assertPage("", "aBc", false, false);
        assertPage("?per_page=2", "aB", true, false);
        assertPage("?page=1&per_page=2", "c", false, true);
        assertPage("?page=2&per_page=2", "", false, true);
    }

    private void assertPage(String query, String names, boolean more, boolean earlier) {
        var page = json(fleet.get("configuration_profiles" + query));
        assertThat(page.path("profiles").values().stream()
                        .map(profile -> profile.path("name").asString())
                        .collect(Collectors.joining()))
                .isEqualTo(names);
        assertThat(page.path("meta").path("has_next_results").asBoolean()).isEqualTo(more);
        assertThat(page.path("meta").path("has_previous_results").asBoolean()).isEqualTo(earlier);
    }

    @Test
    void bringsAHostThatMovesToATeamWhatTheTeamHasAndLeavesWhatACommandInstalledAlone() {
        var identity = fleet.enroll();
        int team = json(fleet.post("teams", "{'name':'Sales'}"))
                .path("team")
                .path("id")
                .asInt();
        fleet.upload(named(DOCK, "Dock"), team);
        assertThat(fleet.stateOfProfile().isMissingNode()).isTrue();

        fleet.run(UDID, Messages.installProfile("c-1", "com.acme.raw"));
        fleet.stage.connect(identity, Messages.idle());
        fleet.stage.connect(identity, Messages.report("Acknowledged", "c-1"));
        int id = json(fleet.get("hosts/identifier/" + UDID))
                .path("host")
                .path("id")
                .asInt();
        fleet.post("hosts/transfer", "{'team_id':" + team + ",'hosts':[" + id + "]}");
        var command = fleet.fetch(identity);
        assertThat(command).contains("InstallProfile");
        fleet.stage.connect(identity, Messages.report("Acknowledged", commandUuid(command)));
        assertThat(fleet.stage.connect(identity, Messages.idle()).body()).isEmpty();
    }
}
