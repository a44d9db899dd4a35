// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static dev.cmdm.simulator.server.FleetStage.commandUuid;
import static dev.cmdm.simulator.server.FleetStage.json;
import static dev.cmdm.simulator.server.FleetStage.named;
import static dev.cmdm.simulator.server.FleetStage.reason;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FleetResendTest extends FleetFixture {
    private static final String DOCK = "com.acme.dock";

    @Test
    void sendsAProfileAgainThatFailed() {
        var identity = fleet.enroll();
        var uuid = upload();
        var first = commandUuid(fleet.fetch(identity));
        fleet.stage.connect(identity, Messages.refusal(first, "ConfigProfilePluginDomain", -319));
        assertThat(fleet.stateOfProfile().path("status").asString()).isEqualTo("failed");

        var answer = resend(uuid);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{}\n");
        assertThat(fleet.stateOfProfile().path("status").asString()).isEqualTo("pending");
        assertThat(fleet.stateOfProfile().path("detail").asString()).isEmpty();
        var again = fleet.fetch(identity);
        assertThat(again).contains("InstallProfile");
        assertThat(commandUuid(again)).isNotEqualTo(first);
    }

    @Test
    void refusesWith409WhatIsOnItsWayAndTakesItOnceItIsVerified() {
        var identity = fleet.enroll();
        var uuid = upload();
        var refused = resend(uuid);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(reason(refused)).contains("pending", "verifying", "be resent");

        fleet.stage.connect(identity, Messages.report("Acknowledged", commandUuid(fleet.fetch(identity))));
        Eventually.until(() -> fleet.stateOfProfile().path("status").asString(), "verified"::equals);
        assertThat(resend(uuid).status()).isEqualTo(202);
    }

    @Test
    void answers404ForAHostOrAProfileThatIsNotThereOrIsNotForThisHost() {
        assertThat(resend(upload()).status()).isEqualTo(404);
        fleet.enroll();
        assertThat(resend("a-1").status()).isEqualTo(404);
        assertThat(reason(resend("w-1"))).isEqualTo("Invalid profile UUID prefix.");
        fleet.addLabel("other");
        var elsewhere = json(fleet.upload(named("com.acme.wifi", "Wi-Fi"), 0, "other"))
                .path("profile_uuid")
                .asString();
        var answer = resend(elsewhere);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(reason(answer)).isEqualTo("Unable to match profile to host.");
    }

    private String upload() {
        return json(fleet.upload(named(DOCK, "Dock"), 0)).path("profile_uuid").asString();
    }

    private Answer resend(String uuid) {
        return fleet.post("hosts/1/configuration_profiles/" + uuid + "/resend", "");
    }
}
