// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import static dev.cmdm.simulator.server.FleetStage.json;
import static dev.cmdm.simulator.server.FleetStage.reason;
import static dev.cmdm.simulator.server.Messages.UDID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.simulator.fault.FaultRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FleetLabelsTest extends FleetFixture {
    @Test
    void addsAManualLabelAndTellsItInTheListAndAlone() {
        var added = json(fleet.post("labels", "{'name':'Wi-Fi','host_ids':[]}")).path("label");
        assertThat(added.path("label_membership_type").asString()).isEqualTo("manual");
        assertThat(added.path("label_type").asString()).isEqualTo("regular");
        assertThat(added.path("count").asInt()).isZero();
        assertThat(added.has("host_ids")).isFalse();

        int id = added.path("id").asInt();
        assertThat(json(fleet.get("labels/" + id)).path("label")).isEqualTo(added);
        assertThat(names(json(fleet.get("labels")))).containsExactly("All Hosts", "macOS", "Wi-Fi");
        assertThat(names(json(fleet.get("labels?page=1&per_page=2")))).containsExactly("Wi-Fi");
        assertThat(fleet.get("labels/" + (id + 1)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'host_ids':[1]", "'hosts':['" + Messages.SERIAL + "']"})
    void givesANewLabelToTheHostsNamedWithIt(String hosts) {
        fleet.enroll();
        var added = json(fleet.post("labels", "{'name':'Wi-Fi'," + hosts + "}")).path("label");
        assertThat(added.path("host_ids").path(0).asInt()).isEqualTo(1);
        assertThat(labelsOfHost()).contains("Wi-Fi");
    }

    @Test
    void refusesANameThatIsTakenWhateverItsCase() {
        fleet.addLabel("Wi-Fi");
        var again = fleet.post("labels", "{'name':'WI-FI'}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(json(again).path("message").asString()).isEqualTo("Validation Failed");
        assertThat(reason(again)).contains("Duplicate entry 'WI-FI'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | name | missing required argument",
                "{'name':'macOS'} | name | cannot add label 'macOS' because it conflicts with the name of a built-in label",
                "{'name':'a','hosts':['x'],'host_ids':[1]} | hosts | Only one of either \"hosts\" or \"host_ids\" can be included in the request.",
                "{'name':'a','query':'select 1;','host_ids':[1]} | query | Only one of \"criteria\", \"query\" or \"hosts/host_ids\" can be included in the request."
            })
    void refusesWhatIsNoLabelWith422(String request, String name, String reason) {
        var answer = fleet.post("labels", request);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(json(answer).path("errors").path(0).path("name").asString()).isEqualTo(name);
        assertThat(reason(answer)).isEqualTo(reason);
    }

    @Test
    void hasRoomFor255CharactersInTheNameOfALabelAndOfAProfile() {
        assertThat(fleet.post("labels", "{'name':'" + "a".repeat(255) + "'}").status())
                .isEqualTo(200);
        var label = fleet.post("labels", "{'name':'" + "a".repeat(256) + "'}");
        assertThat(label.status()).isEqualTo(422);
        assertThat(reason(label)).contains("Data too long for column 'name'");
        assertThat(fleet.upload(FleetStage.named("com.acme.dock", "a".repeat(256)), 0)
                        .status())
                .isEqualTo(422);
        assertThat(fleet.upload(FleetStage.named("a".repeat(256), "Dock"), 0).status())
                .isEqualTo(422);
    }

    @Test
    void givesAndTakesALabelAsOftenAsOneLikes() {
        fleet.enroll();
        fleet.addLabel("Wi-Fi");
        for (int time = 1; time <= 2; time++) {
            assertThat(fleet.giveLabel("Wi-Fi").status()).isEqualTo(200);
            assertThat(labelsOfHost()).containsExactly("All Hosts", "macOS", "Wi-Fi");
        }
        for (int time = 1; time <= 2; time++) {
            assertThat(fleet.takeLabel("Wi-Fi").status()).isEqualTo(200);
            assertThat(labelsOfHost()).containsExactly("All Hosts", "macOS");
        }
    }

    @Test
    void changesNothingIfOneOfTheLabelsDoesNotExist() {
        fleet.enroll();
        fleet.addLabel("Wi-Fi");
        var request = "{'labels':['Wi-Fi','b','a']}";
        var given = fleet.post("hosts/1/labels", request);
        assertThat(given.status()).isEqualTo(400);
        assertThat(reason(given))
                .isEqualTo("Couldn't add labels. Labels not found: \"a\", \"b\". All labels must exist.");
        assertThat(labelsOfHost()).doesNotContain("Wi-Fi");
        assertThat(reason(fleet.delete("hosts/1/labels", request))).startsWith("Couldn't remove labels.");
    }

    @Test
    void givesNobodyALabelThatAQueryGives() {
        fleet.enroll();
        fleet.post("labels", "{'name':'Queried','query':'select 1;'}");
        var given = fleet.post("hosts/1/labels", "{'labels':['Queried','macOS']}");
        assertThat(given.status()).isEqualTo(400);
        assertThat(reason(given))
                .isEqualTo("Couldn't add labels. Labels are dynamic: \"Queried\", \"macOS\"."
                        + " Dynamic labels can not be assigned to hosts manually.");
    }

    @Test
    void tellsWhichHostsOfATeamHaveALabel() {
        fleet.enroll();
        int label = fleet.addLabel("Wi-Fi");
        assertThat(json(fleet.get("labels/" + label + "/hosts")).path("hosts").size())
                .isZero();
        fleet.giveLabel("Wi-Fi");
        var listed = json(fleet.get("labels/" + label + "/hosts?team_id=0")).path("hosts");
        assertThat(listed.toString()).isEqualTo("[{\"id\":1,\"uuid\":\"" + UDID + "\",\"team_id\":null}]");
        assertThat(json(fleet.get("labels/" + label + "/hosts?team_id=1"))
                        .path("hosts")
                        .size())
                .isZero();
        assertThat(fleet.get("labels/999/hosts").status()).isEqualTo(404);
    }

    @Test
    void answers404ForTheLabelsOfAHostThatItNeverMet() {
        fleet.addLabel("Wi-Fi");
        assertThat(fleet.giveLabel("Wi-Fi").status()).isEqualTo(404);
        assertThat(fleet.takeLabel("Wi-Fi").status()).isEqualTo(404);
        assertThat(fleet.get("hosts/1/labels").status()).isEqualTo(404);
    }

    @Test
    void takesAFaultOfQueueingForAChangeOfAHostsLabelsAndOneOfProfilesForTheLabelsThemselves() {
        fleet.enroll();
        fleet.addLabel("Wi-Fi");
        fault("enqueue");
        assertThat(fleet.get("labels").status()).isEqualTo(200);
        assertThat(fleet.giveLabel("Wi-Fi").status()).isEqualTo(503);
        assertThat(labelsOfHost()).doesNotContain("Wi-Fi");
        fault("profiles");
        assertThat(fleet.giveLabel("Wi-Fi").status()).isEqualTo(200);
        assertThat(fleet.post("labels", "{'name':'b'}").status()).isEqualTo(503);
        assertThat(fleet.stage.server.requests().requests())
                .extracting(LoggedRequest::line)
                .anyMatch(line -> line.endsWith("POST /api/v1/fleet/hosts/1/labels 503 - - - Bearer ***"));
    }

    private void fault(String operation) {
        var rules = "[{\"on\":\"" + operation + "\",\"do\":\"status\",\"status\":503}]";
        fleet.stage.server.faults().replace(FaultRule.parse(JsonMapper.shared().readTree(rules)));
    }

    private List<String> labelsOfHost() {
        return names(json(fleet.get("hosts/identifier/" + UDID)).path("host"));
    }

    private static List<String> names(JsonNode holder) {
        return holder.path("labels").values().stream()
                .map(label -> label.path("name").asString())
                .toList();
    }
}
