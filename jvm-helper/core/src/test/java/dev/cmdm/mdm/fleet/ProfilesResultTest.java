// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Inquiry;
import dev.cmdm.mdm.ServerProfiles.Entry;
import dev.cmdm.mdm.Trait;
import dev.cmdm.mdm.http.Mdms;
import dev.cmdm.mdm.http.TestServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfilesResultTest extends ProfilesFixture {
    private static final Inquiry LATER = new Inquiry("c-1", Optional.of(NAME), Instant.EPOCH);

    @Test
    void tellsHowAnInstallationStands() {
        install("c-1");
        assertThat(result("c-1")).isEqualTo(new CommandResult.Waiting());
        fleet.stands("install", "null", "");
        assertThat(result("c-1")).isEqualTo(new CommandResult.Waiting());
        fleet.stands("install", "\"verifying\"", "");
        assertThat(result("c-1")).isEqualTo(new CommandResult.Acknowledged());
        fleet.stands("install", "\"verified\"", "");
        assertThat(result("c-1")).isEqualTo(new CommandResult.Acknowledged());
        fleet.stands("install", "\"failed\"", "ConfigProfilePluginDomain (-319): No.\\n\\nMDMClientError (1): Why.\\n");
        assertThat(result("c-1"))
                .isEqualTo(new CommandResult.Failed(
                        List.of("ConfigProfilePluginDomain (-319): No.", "MDMClientError (1): Why.")));
        fleet.stands("install", "\"failed\"", "");
        assertThat(result("c-1").toString()).contains("said no reason");
    }

    @Test
    void tellsHowARemovalStands() {
        fleet.has();
        fleet.hostHasLabel();
        fleet.stands("install", "\"verified\"", "");
        remove("c-1");
        assertThat(result("c-1")).isEqualTo(new CommandResult.Waiting());
        fleet.stands("remove", "\"pending\"", "");
        assertThat(result("c-1")).isEqualTo(new CommandResult.Waiting());
        fleet.stands("remove", "\"failed\"", "MDMClientError (99): No.");
        assertThat(result("c-1")).isEqualTo(new CommandResult.Failed(List.of("MDMClientError (99): No.")));
        fleet.profiles = "";
        assertThat(result("c-1")).isEqualTo(new CommandResult.Acknowledged());
        fleet.enrollment = "Off";
        assertThat(result("c-1")).isEqualTo(new CommandResult.Waiting());
    }

    @Test
    void takesWhatAnOlderCommandDidForNoResultOfALaterOne() {
        fleet.has();
        fleet.hostHasLabel();
        fleet.stands("install", "\"verified\"", "");
        assertThat(install("c-1")).isEqualTo(new Delivery.Unchanged());
        assertThat(result("c-1")).isEqualTo(new CommandResult.Waiting());
        install("c-2", true);
        fleet.stands("install", "\"verified\"", "");
        assertThat(result("c-2")).isEqualTo(new CommandResult.Acknowledged());
    }

    @Test
    void tellsNothingOfWhatMayNotHaveArrived() {
        fleet.has();
        fleet.instead("POST ", TestServer.Scene::reset);
        assertThat(install("c-1")).isInstanceOf(Delivery.Lost.class);
        assertThat(mdm.findResult(MAC, LATER)).isEmpty();
        fleet.hostHasLabel();
        fleet.instead("DELETE ", TestServer.Scene::reset);
        assertThat(remove("c-2")).isInstanceOf(Delivery.Lost.class);
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-2"))).isEmpty();
    }

    @Test
    void findsByItsObjectWhatAnotherProcessAskedFor() {
        fleet.has();
        fleet.hostHasLabel();
        assertThat(mdm.findResult(MAC, LATER)).isEmpty();
        fleet.stands("install", "\"pending\"", "");
        assertThat(mdm.findResult(MAC, LATER)).contains(new CommandResult.Waiting());
        fleet.stands("install", "\"verified\"", "");
        assertThat(mdm.findResult(MAC, LATER)).isEmpty();
        fleet.stands("install", "\"failed\"", "X (1): No.");
        assertThat(mdm.findResult(MAC, LATER)).contains(new CommandResult.Failed(List.of("X (1): No.")));
        fleet.stands("remove", "\"failed\"", "X (1): No.");
        assertThat(mdm.findResult(MAC, LATER)).isEmpty();
    }

    @Test
    void tellsWhatCameOfACommandAlsoOfTheTimeBeforeThereWereObjects() {
        String result = "{\"results\":[{\"host_uuid\":\"" + UDID + "\",\"status\":\"Acknowledged\"}]}";
        fleet.instead(
                "GET /api/v1/fleet/commands/results", FakeFleet.saying(200, result), FakeFleet.saying(200, result));
        assertThat(mdm.findResult(MAC, LATER)).contains(new CommandResult.Acknowledged());
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-2"))).contains(new CommandResult.Acknowledged());
    }

    @Test
    void tellsNothingOfWhatWasNotAskedForHere() {
        assertThat(mdm.findResult(MAC, Mdms.inquiry("c-2"))).isEmpty();
    }

    @Test
    void tellsTheProfilesThatTheMacAcknowledged() {
        fleet.stands("install", "\"pending\"", "");
        assertThat(mdm.findProfiles(MAC).orElseThrow().entries()).isEmpty();
        fleet.stands("install", "\"verifying\"", "");
        assertThat(mdm.findProfiles(MAC).orElseThrow().entries()).containsExactly(new Entry("", "", NAME.toString()));
        assertThat(mdm.findQueued(MAC)).isEmpty();
    }

    @Test
    void isAbleToDoWhatTheSettingSays() {
        Capabilities objects = Fleet.PRODUCT.able().apply(Mdms.settings(Map.of("mdm.objects", "true")));
        assertThat(objects).isEqualTo(mdm.capabilities());
        assertThat(objects.command()).isEmpty();
        assertThat(objects.has(Trait.MAKES_OBJECTS)).isTrue();
        Capabilities commands = Fleet.PRODUCT.able().apply(Mdms.settings(Map.of("mdm.objects", "false")));
        assertThat(commands).isEqualTo(Fleet.CAPABILITIES);
        assertThat(commands.has(Trait.MAKES_OBJECTS)).isFalse();
    }

    private CommandResult result(String commandUuid) {
        return mdm.findResult(MAC, Mdms.inquiry(commandUuid)).orElseThrow();
    }
}
