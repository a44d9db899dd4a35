// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ServeIT {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** The contract gives 2 s; a JVM on a busy machine may take a moment longer to be seen as gone. */
    private static final long END_SECONDS = 6;

    private final SimulatedMac mac = World.mac(World.Product.MICROMDM);
    private final Shipped cmdm = new Shipped(mac);

    @Test
    void answersASessionInLinesOfTheContract() throws IOException {
        Path profile = mac.declare("com.acme.a", 600);
        Running session = open();
        session.write(request("1", "plan", profile));
        session.write(request("2", "apply", profile));
        session.write(request("3", "apply", profile));
        Until.isTrue("the third is answered", () -> answered(session, "3"));
        Ended ended = session.end();

        assertThat(ended.exit()).isZero();
        assertThat(answer(ended.out(), "0").path("result").path("contracts").toString())
                .isEqualTo("[1]");
        assertThat(summary(ended, "1").path("install").asInt()).isEqualTo(1);
        assertThat(summary(ended, "2").path("done").asInt()).isEqualTo(1);
        assertThat(summary(ended, "3").path("keep").asInt()).isEqualTo(1);
        assertEveryLineIsOfTheContract(ended.out());
        assertThat(mac.listing()).containsExactly("com.acme.a");
        assertThat(mac.sent("InstallProfile")).hasSize(1);
    }

    @Test
    void goesOnAfterAnUnknownOperationAndABrokenLine() throws IOException {
        Running session = open();
        session.write("{\"contract\":1,\"id\":\"1\",\"operation\":\"teleport\"}");
        session.write("{\"contract\":1,\"id\":\"2\",");
        session.write("{\"contract\":1,\"id\":\"3\",\"operation\":\"state\"}");
        Until.isTrue("the third is answered", () -> answered(session, "3"));
        Ended ended = session.end();

        assertThat(errorClass(ended, "1")).isEqualTo("unsupported");
        assertThat(ended.out().lines().filter(line -> line.contains("\"bad-request\"")))
                .hasSize(1);
        assertThat(answer(ended.out(), "3").has("result")).isTrue();
        assertEveryLineIsOfTheContract(ended.out());
    }

    @Test
    void endOfInputDuringAWaitEndsItSoonWithTheJournalWhole() throws Exception {
        Running session = waitingForASleepingMac();
        session.process().getOutputStream().close();
        assertThat(session.process().waitFor(END_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertEveryLineIsOfTheContract(session.written());
        assertTheNextRunsKnowWhatWasSent();
    }

    @Test
    void sigtermDuringAWaitEndsItSoonWithTheJournalWhole() throws Exception {
        Running session = waitingForASleepingMac();
        session.process().destroy();
        assertThat(session.process().waitFor(END_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertTheNextRunsKnowWhatWasSent();
    }

    @Test
    void callAnswersOneRequest() throws IOException {
        Path profile = mac.declare("com.acme.a", 600);
        Running call = cmdm.start("call");
        call.write(request("7", "apply", profile));
        Until.isTrue("it is answered", () -> answered(call, "7"));
        Ended ended = call.end();
        assertThat(ended.exit()).isZero();
        assertEveryLineIsOfTheContract(ended.out());
        assertThat(mac.listing()).containsExactly("com.acme.a");
    }

    private Running open() {
        Running session = cmdm.start("serve", "--stdio");
        session.write("{\"contract\":1,\"id\":\"0\",\"operation\":\"open\",\"config\":{}}");
        return session;
    }

    private Running waitingForASleepingMac() {
        Path profile = mac.declare("com.acme.a", 600);
        mac.faults("{\"asleep\": true}");
        Running session = open();
        session.write(request("1", "apply", profile));
        Until.isTrue("it is queued", () -> cmdm.journal().contains("\tqueued\t"));
        return session;
    }

    private void assertTheNextRunsKnowWhatWasSent() {
        assertThat(cmdm.apply("--wait", "1", "--detailed-exitcode").exit()).isEqualTo(3);
        mac.wakeUntilListed("com.acme.a");
        assertThat(cmdm.apply().out()).contains("1 in place.");
        assertThat(mac.sent("InstallProfile")).hasSize(1);
    }

    private static String request(String id, String operation, Path profile) {
        return JSON.writeValueAsString(Map.of(
                "contract",
                1,
                "id",
                id,
                "operation",
                operation,
                "desired",
                Map.of("owner", "cli", "profiles", List.of(Map.of("path", profile.toString())))));
    }

    private static boolean answered(Running running, String id) {
        return running.written()
                .lines()
                .anyMatch(line -> line.contains("\"id\":\"" + id + "\"")
                        && (line.contains("\"result\":") || line.contains("\"error\":{")));
    }

    private static JsonNode answer(String out, String id) {
        return out.lines()
                .map(JSON::readTree)
                .filter(line -> line.path("id").asString().equals(id) && !line.has("event"))
                .reduce((one, two) -> {
                    throw new AssertionError("two answers to " + id);
                })
                .orElseThrow(() -> new AssertionError("no answer to " + id + " in " + out));
    }

    private static JsonNode summary(Ended ended, String id) {
        return answer(ended.out(), id).path("result").path("summary");
    }

    private static String errorClass(Ended ended, String id) {
        return answer(ended.out(), id).path("error").path("class").asString();
    }

    private static void assertEveryLineIsOfTheContract(String out) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../../spec/contract/line.schema.json")), InputFormat.JSON);
        assertThat(out.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(schema.validate(line, InputFormat.JSON))
                        .as(line)
                        .isEmpty());
    }
}
