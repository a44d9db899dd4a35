// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.cmdm.simulator.TestProfiles;
import dev.cmdm.simulator.Waiting;
import dev.cmdm.simulator.mac.AnsweredCommand;
import dev.cmdm.simulator.server.LoggedRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Mac and its server talk as real ones do, and what comes of it is seen where a management tool looks. */
class EndToEndTest {
    private static final String DOCK = "com.acme.dock";

    @TempDir
    private Path folder;

    private TestWorld world;

    @AfterEach
    void end() throws Exception {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"micromdm", "nanomdm", "nanohub", "mdmdirector", "fleet"})
    void aNewWorldHasAnEnrolledMac(String product) throws Exception {
        world = TestWorld.enrolled(folder, product);

        assertThat(world.profiles("status -type enrollment"))
                .isEqualTo("Enrolled via DEP: No\nMDM enrollment: Yes (User Approved)\nMDM server: "
                        + world.server().serverUrl() + "\n");
        assertThat(world.profiles("-P -o stdout-xml")).contains("com.apple.mdm");
        assertThat(world.profiles("-P -v")).contains("installedByMDM: FALSE").doesNotContain("installedByMDM: TRUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"micromdm", "nanomdm", "nanohub", "fleet"})
    void whatIsInstalledShowsInTheListingAndGoesOnlyByTheMdm(String product) throws Exception {
        world = TestWorld.enrolled(folder, product);
        assertThat(world.install("c-1", TestProfiles.bytes(DOCK)).statusCode()).isIn(200, 201);
        Waiting.until(
                "the profile is listed",
                () -> world.profiles("-P -o stdout-xml").contains(DOCK));

        assertThat(world.profiles("-P -v")).contains("installedByMDM: TRUE");
        assertThat(world.profiles("-R -p " + DOCK)).contains("cannot be removed here");
        assertThat(world.profiles("-P")).contains(DOCK);

        world.remove("c-2", DOCK);
        Waiting.until("the profile is gone", () -> !world.profiles("-P").contains(DOCK));
        assertThat(world.server().requests().requests())
                .extracting(request -> request.identifier().orElse(""), LoggedRequest::answered)
                .containsExactly(tuple(DOCK, true), tuple(DOCK, true));
        assertThat(Files.readAllLines(world.server().requests().file()))
                .hasSize(2)
                .noneMatch(line -> line.contains("geheim"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"micromdm", "nanomdm", "fleet"})
    void aCommandPutOffIsCarriedOutAtALaterCheckIn(String product) throws Exception {
        world = TestWorld.enrolled(folder, product);
        world.control("PUT", "/macs/mac1/faults", "{'notNow':1}");
        world.install("c-1", TestProfiles.bytes(DOCK));
        Waiting.until("the command is carried out", () -> world.answerTo("c-1").equals("Acknowledged"));

        assertThat(world.mac().commands())
                .extracting(AnsweredCommand::status)
                .containsExactly("NotNow", "Acknowledged");
        assertThat(world.mac().commands())
                .extracting(AnsweredCommand::identifier)
                .containsOnly(DOCK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"micromdm", "nanomdm", "fleet"})
    void aRefusalEndsTheCommandAndChangesNothing(String product) throws Exception {
        world = TestWorld.enrolled(folder, product);
        world.control(
                "PUT",
                "/macs/mac1/faults",
                "{'error':{'identifier':'com.acme.dock','chain':[{'code':-319,'domain':'ConfigProfilePluginDomain','text':'no'}]}}");
        world.install("c-1", TestProfiles.bytes(DOCK));
        world.install("c-2", TestProfiles.bytes("com.acme.other"));
        Waiting.until("both are answered", () -> world.answerTo("c-2").equals("Acknowledged"));

        assertThat(world.answerTo("c-1")).isEqualTo("Error");
        Waiting.until("the other is listed", () -> world.profiles("-P").contains("com.acme.other"));
        assertThat(world.profiles("-P")).doesNotContain(DOCK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"micromdm", "nanomdm", "fleet"})
    void aSleepingMacFetchesItsCommandsWhenItWakesUp(String product) throws Exception {
        world = TestWorld.enrolled(folder, product);
        world.control("PUT", "/macs/mac1/faults", "{'asleep':true}");
        world.install("c-1", TestProfiles.bytes(DOCK));

        assertThat(world.control("POST", "/macs/mac1/check-in", "").statusCode())
                .isEqualTo(409);
        assertThat(world.mac().commands()).isEmpty();
        world.control("PUT", "/macs/mac1/faults", "{}");
        Waiting.until("the profile is listed", () -> world.profiles("-P").contains(DOCK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"micromdm", "nanomdm", "fleet"})
    void theListingLagsBehindTheAcknowledgement(String product) throws Exception {
        world = TestWorld.enrolled(folder, product);
        world.control("PUT", "/macs/mac1/faults", "{'listingLagSeconds':3600}");
        world.install("c-1", TestProfiles.bytes(DOCK));
        Waiting.until("the command is carried out", () -> world.answerTo("c-1").equals("Acknowledged"));

        assertThat(world.control("GET", "/macs/mac1", "").body()).contains(DOCK);
        assertThat(world.profiles("-P")).doesNotContain(DOCK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"micromdm", "nanomdm", "fleet"})
    void leavingTheMdmTakesItsProfilesAlongAndComingBackBringsNone(String product) throws Exception {
        world = TestWorld.enrolled(folder, product);
        world.install("c-1", TestProfiles.bytes(DOCK));
        Waiting.until("the profile is listed", () -> world.profiles("-P").contains(DOCK));

        assertThat(world.control("POST", "/macs/mac1/unenroll", "").statusCode())
                .isEqualTo(200);
        assertThat(world.profiles("-P")).isEqualTo("There are no configuration profiles installed\n");
        assertThat(world.profiles("status -type enrollment")).contains("MDM enrollment: No");

        assertThat(world.control("POST", "/macs/mac1/enroll", "{'server':'mdm','approval':'automated'}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(world.profiles("status -type enrollment")).contains("Enrolled via DEP: Yes");
        assertThat(world.profiles("-P")).contains("There are 1 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"micromdm", "nanomdm", "fleet"})
    void otherCommandsAreAnsweredToo(String product) throws Exception {
        world = TestWorld.enrolled(folder, product);
        world.enqueue("c-1", "<key>RequestType</key><string>ProfileList</string><key>ManagedOnly</key><true/>");
        world.enqueue("c-2", "<key>RequestType</key><string>SecurityInfo</string>");
        world.enqueue("c-3", "<key>RequestType</key><string>BrewCoffee</string>");
        Waiting.until("all are answered", () -> world.answerTo("c-3").equals("Error"));

        assertThat(world.answerTo("c-1")).isEqualTo("Acknowledged");
        assertThat(world.answerTo("c-2")).isEqualTo("Acknowledged");
    }
}
