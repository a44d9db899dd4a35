// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The shipped jar at Fleet, which commands a Mac and tells what came of it. */
class FleetIT {
    private static final String REFUSES = "{\"error\": {\"identifier\": \"%s\", \"chain\": [{\"code\": -319,"
            + " \"domain\": \"ConfigProfilePluginDomain\", \"text\": \"The profile is not valid.\"}]}}";
    private static final String WORDS =
            "this Mac refused it: ConfigProfilePluginDomain \\(-319\\): The profile is not valid\\.";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final SimulatedMac mac = World.mac(World.Product.FLEET);
    private final Shipped cmdm = new Shipped(mac);

    @Test
    void installsAndThenAsksNothingAndReplacesAndRemoves() {
        mac.declare("com.acme.fleet.a", 600);
        mac.declare("com.acme.fleet.b", 600);
        Ended first = cmdm.apply("--complete", "com.acme.fleet");
        assertThat(first.out()).contains("Fleet at ").contains("2 done, 0 in place.");
        assertThat(first.exit()).isZero();
        assertThat(mac.listing()).containsExactly("com.acme.fleet.a", "com.acme.fleet.b");
        assertThat(sent("InstallProfile com.acme.fleet"))
                .hasSize(2)
                .allMatch(line -> line.contains(" POST /api/v1/fleet/commands/run 200 "));

        int requests = mac.world().requests(mac.product()).size();
        assertThat(cmdm.apply("--complete", "com.acme.fleet").out()).contains("0 changes, 2 in place.");
        assertThat(mac.world().requests(mac.product())).hasSize(requests);

        mac.declare("com.acme.fleet.a", 900);
        mac.drop("com.acme.fleet.b");
        Ended last = cmdm.apply("--complete", "com.acme.fleet");
        assertThat(last.out())
                .containsPattern("replaced +com\\.acme\\.fleet\\.a")
                .containsPattern("removed +com\\.acme\\.fleet\\.b");
        assertThat(mac.listing()).containsExactly("com.acme.fleet.a");
        assertThat(sent("RemoveProfile com.acme.fleet.b")).hasSize(1);
    }

    @Test
    void tellsApplesWordsOfARefusalAtOnceAndDoesNotSendAgain() {
        mac.declare("com.acme.refused", 600);
        mac.faults(REFUSES.formatted("com.acme.refused"));
        Ended run = cmdm.apply("--wait", "60");
        assertThat(run.out()).containsPattern("failed +com\\.acme\\.refused.*" + WORDS);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(cmdm.run("status").out()).containsPattern("failed +sent .*" + WORDS);
        assertThat(cmdm.run("history").out()).containsPattern(WORDS);

        Ended again = cmdm.apply("--wait", "1");
        assertThat(again.out()).containsPattern(WORDS + "; sent again in ");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(sent("InstallProfile com.acme.refused")).hasSize(1);
        assertThat(mac.listing()).isEmpty();
    }

    @Test
    void staysPendingWhileTheMacPutsTheCommandOffAndSaysSo() {
        mac.declare("com.acme.later", 600);
        mac.faults("{\"notNow\": 1000}");
        Ended run = cmdm.apply("--wait", "5");
        assertThat(run.out()).containsPattern("pending +com\\.acme\\.later.*put off by the Mac \\(NotNow\\)");
        assertThat(run.exit()).isZero();
        mac.wakeUntilListed("com.acme.later");
        assertThat(cmdm.apply().out()).contains("1 in place.");
        assertThat(sent("InstallProfile com.acme.later")).hasSize(1);
    }

    @Test
    void sendsNothingTwiceWhenTheAnswerToTheCommandWasLost() {
        mac.declare("com.acme.lost", 600);
        mac.serverFaults("[{\"on\": \"enqueue\", \"times\": 1, \"do\": \"lose-answer\"}]");
        Ended run = cmdm.apply();
        mac.serverFaults("[]");
        assertThat(run.out()).contains("1 done");
        assertThat(mac.carriedOut("InstallProfile")).isEqualTo(1);
    }

    @Test
    void saysThatFleetDoesNotKnowAMac() {
        SimulatedMac stranger = World.mac(World.Product.MICROMDM);
        stranger.declare("com.acme.stranger", 600);
        Shipped elsewhere = new Shipped(stranger)
                .with("CMDM_MDM_PRODUCT", "fleet")
                .with("CMDM_MDM_URL", stranger.world().url(World.Product.FLEET));
        Ended run = elsewhere.apply("--wait", "1");
        assertThat(run.out() + run.err()).contains("this MDM does not manage this Mac");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(sent("InstallProfile com.acme.stranger")).isEmpty();
        assertThat(elsewhere.run("doctor").out()).contains("the MDM does not know this Mac");
    }

    @Test
    void leavesAloneWhatFleetKeepsOnAMacByAConfigurationProfile() throws Exception {
        String kept = "com.acme.kept" + mac.name();
        int team = JSON.readTree(call("teams", "application/json", "{\"name\": \"Sales\"}"))
                .path("team")
                .path("id")
                .asInt();
        call("hosts/transfer", "application/json", "{\"team_id\": " + team + ", \"hosts\": [" + host() + "]}");
        upload(TestProfile.of(kept, 600), team);
        Until.isTrue("Fleet brought it", () -> mac.listing().contains(kept));
        mac.declare(kept, 900);
        Ended run = cmdm.apply("--wait", "1");
        assertThat(run.out() + run.err())
                .contains("Fleet keeps " + kept + " on this Mac by a configuration profile of its own");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(sent("InstallProfile " + kept)).isEmpty();
    }

    @Test
    void doctorTellsTheVersionAndTheRoleAndWhetherTheMacIsManaged() {
        Ended run = cmdm.run("doctor");
        assertThat(run.out())
                .containsPattern("Fleet 4\\.73\\.0 at \\S+, as maintainer")
                .contains("the MDM manages this Mac");
        Ended mistaken = cmdm.with("CMDM_MDM_PRODUCT", "nanomdm").run("doctor");
        assertThat(mistaken.exit()).isNotZero();
    }

    private List<String> sent(String what) {
        return mac.world().requests(World.Product.FLEET).stream()
                .filter(line -> line.contains(" " + what))
                .toList();
    }

    private void upload(String profile, int team) throws IOException, InterruptedException {
        String named = profile.replaceFirst("<dict>", "<dict><key>PayloadDisplayName</key><string>Kept</string>")
                .replaceFirst("(PayloadUUID</key><string>)[^<]*", "$1F1EE7000-0000-4000-8000-000000000001");
        String part = "--x\r\nContent-Disposition: form-data; name=\"";
        call(
                "configuration_profiles",
                "multipart/form-data; boundary=x",
                part + "team_id\"\r\n\r\n" + team + "\r\n" + part + "profile\"; filename=\"a.mobileconfig\"\r\n\r\n"
                        + named + "\r\n--x--\r\n");
    }

    /** The number under which Fleet lists the Mac. */
    private int host() throws IOException, InterruptedException {
        HttpRequest request = request("hosts/identifier/" + mac.udid()).GET().build();
        return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body())
                .path("host")
                .path("id")
                .asInt();
    }

    private String call(String path, String type, String body) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(mac.world().url(mac.product()) + "/api/v1/fleet/" + path))
                .header("Authorization", "Bearer " + World.PASSWORD);
    }
}
