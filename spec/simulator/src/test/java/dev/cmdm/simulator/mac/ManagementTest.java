// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDictionary;
import dev.cmdm.simulator.TestProfiles;
import dev.cmdm.simulator.Waiting;
import dev.cmdm.simulator.profile.PropertyLists;
import dev.cmdm.simulator.server.PushCenter;
import dev.cmdm.simulator.world.Effects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementTest {
    private static final Path RECORDED = Path.of("../wire/device-protocol");

    private final Effects effects = Effects.real();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private StubServer server;
    private SimulatedMac mac;

    @BeforeEach
    void begin() throws Exception {
        server = new StubServer();
        Surroundings surroundings = new Surroundings(
                effects.clock(), effects.scheduler(), effects.secureRandom(), new PushCenter(), effects.http());
        mac = new SimulatedMac(TestMacs.settings("15.1"), surroundings, state -> {}, log::add);
    }

    @AfterEach
    void end() {
        effects.close();
        server.close();
    }

    @Test
    void introducesItselfAndThenAsksForCommands() throws Exception {
        mac.enroll(server, Approval.USER_APPROVED);
        Waiting.until("the Mac asks", () -> mac.checkIns() == 1);

        assertThat(server.said()).extracting(StubServer.Said::path).containsExactly("/checkin", "/checkin", "/connect");
        assertThat(server.said())
                .extracting(StubServer.Said::contentType)
                .containsExactly(
                        "application/x-apple-aspen-mdm-checkin",
                        "application/x-apple-aspen-mdm-checkin",
                        "application/x-apple-aspen-mdm; charset=UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "04-Authenticate.txt,0",
        "05-TokenUpdate.txt,1",
        "06-Idle.txt,2",
        "08-Acknowledged.txt,3",
        "09-Error.txt,4"
    })
    void saysAtLeastWhatARecordedDeviceSaid(String recording, int message) throws Exception {
        mac.enroll(server, Approval.USER_APPROVED);
        Waiting.until("the Mac asks", () -> mac.checkIns() == 1);
        server.then(200, StubServer.command("c-1", "ProfileList", Map.of()))
                .then(200, StubServer.command("c-2", "BrewCoffee", Map.of()));
        mac.checkIn();

        List<NSDictionary> said =
                server.said().stream().map(StubServer.Said::message).toList();
        // the second conversation begins with an Idle of its own
        NSDictionary own = said.get(message < 3 ? message : message + 1);
        assertThat(own.keySet()).containsAll(recordedKeys(recording));
    }

    @Test
    void anErrorChainHasTheKeysOfARecordedOne() throws Exception {
        mac.enroll(server, Approval.USER_APPROVED);
        server.then(200, StubServer.command("c-1", "RemoveProfile", Map.of("Identifier", "com.acme.nothing")));
        mac.checkIn();

        NSArray chain = server.said().stream()
                .map(said -> said.message().get("ErrorChain"))
                .filter(NSArray.class::isInstance)
                .map(NSArray.class::cast)
                .findFirst()
                .orElseThrow();
        NSDictionary element = (NSDictionary) chain.objectAtIndex(0);
        assertThat(element.get("ErrorCode").toJavaObject()).isEqualTo(89);
        assertThat(element.get("LocalizedDescription"))
                .hasToString("Profile with identifier 'com.acme.nothing' not found.");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 500})
    void aServerThatRefusesLeavesTheMacAsItWas(int status) {
        server.then(status, "");

        assertThatThrownBy(() -> mac.enroll(server, Approval.USER_APPROVED))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("/checkin answered " + status);
        assertThat(mac.state().approval()).isEqualTo(Approval.NONE);
        assertThat(mac.state().profiles()).isEmpty();
    }

    @Test
    void isEnrolledOnlyOnce() throws Exception {
        mac.enroll(server, Approval.USER_APPROVED);

        assertThatThrownBy(() -> mac.enroll(server, Approval.USER_APPROVED))
                .isInstanceOf(NotPossibleException.class)
                .hasMessageContaining("mac1 is enrolled already");
    }

    @Test
    void asksAgainAfterAServerFailed() throws Exception {
        server.then(200, "").then(200, "").then(500, "").then(502, "");
        mac.enroll(server, Approval.USER_APPROVED);
        Waiting.until("the Mac gets through", () -> mac.checkIns() == 1);

        assertThat(server.statuses()).containsExactly("Idle", "Idle", "Idle");
        assertThat(log).filteredOn(line -> line.contains("check-in failed")).hasSize(2);
    }

    @Test
    void anAnswerThatIsNoCommandEndsTheConversation() throws Exception {
        mac.enroll(server, Approval.USER_APPROVED);
        Waiting.until("the Mac asks", () -> mac.checkIns() == 1);
        server.then(200, "<html>not a command</html>");

        assertThatThrownBy(mac::checkIn).isInstanceOf(IOException.class).hasMessageContaining("no property list");
    }

    @Test
    void doesNotGoRoundInCirclesWithWhatItPutOff() throws Exception {
        mac.enroll(server, Approval.USER_APPROVED);
        Waiting.until("the Mac asks", () -> mac.checkIns() == 1);
        mac.setFaults(new MacFaults(false, 0, 1, Optional.empty(), MacFaults.ListingFault.NONE, Optional.empty()));
        String command = StubServer.command("c-1", "ProfileList", Map.of());
        server.then(200, command).then(200, command);
        mac.checkIn();

        assertThat(mac.commands()).extracting(AnsweredCommand::status).containsExactly("NotNow");
        Waiting.until("the Mac asks again by itself", () -> mac.checkIns() == 3);
    }

    @Test
    void takesACommandAndNeverAnswersItWhenToldTo() throws Exception {
        mac.enroll(server, Approval.USER_APPROVED);
        Waiting.until("the Mac asks", () -> mac.checkIns() == 1);
        mac.setFaults(new MacFaults(false, 1, 0, Optional.empty(), MacFaults.ListingFault.NONE, Optional.empty()));
        server.then(200, StubServer.command("c-1", "ProfileList", Map.of()));
        mac.checkIn();
        assertThat(mac.commands()).isEmpty();

        server.then(200, StubServer.command("c-1", "ProfileList", Map.of()));
        mac.checkIn();
        assertThat(mac.commands()).extracting(AnsweredCommand::status).containsExactly("Acknowledged");
    }

    @Test
    void aCommandWithoutWhatItNeedsIsMalformed() throws Exception {
        mac.enroll(server, Approval.USER_APPROVED);
        server.then(200, StubServer.command("c-1", "InstallProfile", Map.of()))
                .then(200, StubServer.command("c-2", "RemoveProfile", Map.of()))
                .then(200, "<plist version=\"1.0\"><dict><key>CommandUUID</key><string>c-3</string></dict></plist>");
        mac.checkIn();

        assertThat(mac.commands())
                .extracting(AnsweredCommand::status)
                .containsOnly("CommandFormatError")
                .hasSize(3);
    }

    @Test
    void listsItsProfilesToTheServer() throws Exception {
        mac.enroll(server, Approval.USER_APPROVED);
        server.then(
                        200,
                        StubServer.command(
                                "c-1",
                                "InstallProfile",
                                Map.of("Payload", new NSData(TestProfiles.bytes("com.acme.a")))))
                .then(200, StubServer.command("c-2", "ProfileList", Map.of()))
                .then(200, StubServer.command("c-3", "ProfileList", Map.of("ManagedOnly", true)));
        mac.checkIn();

        assertThat(listed("c-2")).containsExactly("com.acme.enroll", "com.acme.a");
        assertThat(listed("c-3")).containsExactly("com.acme.a");
    }

    @Test
    void tellsTheServerThatItLeaves() throws Exception {
        mac.enroll(server, Approval.USER_APPROVED);
        mac.unenroll();

        assertThat(server.said().get(server.said().size() - 1).message().get("MessageType"))
                .hasToString("CheckOut");
        assertThatThrownBy(mac::checkIn).isInstanceOf(NotPossibleException.class);
    }

    private List<String> listed(String commandUuid) {
        NSDictionary report = server.said().stream()
                .map(StubServer.Said::message)
                .filter(message -> PropertyLists.findText(message, "CommandUUID")
                        .filter(commandUuid::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
        NSArray list = (NSArray) report.get("ProfileList");
        return Arrays.stream(list.getArray())
                .map(item -> ((NSDictionary) item).get("PayloadIdentifier").toString())
                .toList();
    }

    /** The keys of the request in a recording, without RequestType, which that device sent beyond Apple's protocol. */
    private static Set<String> recordedKeys(String recording) throws IOException {
        String text = Files.readString(RECORDED.resolve(recording));
        String body = text.substring(text.indexOf("<?xml"), text.indexOf("</plist>") + "</plist>".length());
        Set<String> keys = new TreeSet<>(PropertyLists.findDictionary(body.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .keySet());
        keys.remove("RequestType");
        return keys;
    }
}
