// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.PropertyListParser;
import dev.cmdm.simulator.TestProfiles;
import dev.cmdm.simulator.mac.MacFaults;
import dev.cmdm.simulator.mac.MacFaults.ListingFault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandInsTest extends StandInFixture {
    @ParameterizedTest
    @ValueSource(strings = {"-P", "-L", "list -all"})
    void rootSeesEverybodysProfiles(String command) throws Exception {
        start("15.1", "0");

        assertThat(profiles(command).text()).contains(SYSTEM, OWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-P", "-L", "list", "list -all", "show", "-P -o stdout-xml", "show -output=stdout-xml"})
    void aUserSeesOnlyTheirOwn(String command) throws Exception {
        start("15.1", "501");

        assertThat(profiles(command).text()).contains(OWN).doesNotContain(SYSTEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501"})
    void everybodySeesTheComputersProfiles(String uid) throws Exception {
        start("15.1", uid);

        assertThat(profiles("-C")).isEqualTo(new Tool.Result(0, """
                _computerlevel[1] attribute: profileIdentifier: com.acme.sys tem
                There are 1 system configuration profiles installed
                """));
    }

    @Test
    void somebodyWithoutProfilesGetsTheSentenceWithTheirName() throws Exception {
        start("15.1", "777");

        assertThat(profiles("list").text())
                .isEqualTo("There are no configuration profiles installed for user 'uid777'\n");
        assertThat(plist(profiles("-P -o stdout-xml")).allKeys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-P -o stdout-xml",
                "-o stdout-xml -P",
                "show -all -output stdout-xml",
                "list -all -output=stdout-xml"
            })
    void allWaysToAskForXmlAgree(String command) throws Exception {
        start("26.0", "0");

        assertThat(plist(profiles(command)).allKeys()).containsExactly("_computerlevel", "alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-P -v", "-Pv", "-vP", "list -all -verbose", "show -all"})
    void allWaysToAskForVerboseTextAgree(String command) throws Exception {
        start("15.1", "0");

        assertThat(profiles(command).text()).contains("_computerlevel[1] attribute: installedByMDM: FALSE\n");
    }

    @Test
    void anOutputFileGetsAnEndingAndIsNeverOverwritten() throws Exception {
        start("15.1", "0");
        Path file = folder.resolve("state");

        assertThat(Tool.profiles(root, "-P", "-o", file.toString()).exit()).isZero();
        byte[] written = Files.readAllBytes(folder.resolve("state.plist"));
        assertThat(Tool.profiles(root, "-P", "-o", file.toString()).exit()).isEqualTo(1);
        assertThat(Files.readAllBytes(folder.resolve("state.plist"))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"11.7.10,System Preferences", "15.1,System Settings", "26.0,System Settings"})
    void refusesToInstall(String macos, String pane) throws Exception {
        start(macos, "0");
        Path file = Files.write(folder.resolve("new.mobileconfig"), TestProfiles.bytes("com.acme.new"));
        Tool.Result refusal = new Tool.Result(
                1,
                "profiles tool no longer supports installs.  Use " + pane
                        + " Profiles to add configuration profiles.\n");

        assertThat(Tool.profiles(root, "-I", "-F", file.toString())).isEqualTo(refusal);
        assertThat(Tool.profiles(root, "-IF", file.toString())).isEqualTo(refusal);
        assertThat(Tool.profiles(root, "install", "-path", file.toString())).isEqualTo(refusal);
        assertThat(profiles("-P").text()).doesNotContain("com.acme.new");
    }

    @Test
    void installsOn1015() throws Exception {
        start("10.15.7", "0");
        Path file = Files.write(folder.resolve("new.mobileconfig"), TestProfiles.bytes("com.acme.new"));

        assertThat(Tool.profiles(root, "-I", "-F", file.toString())).isEqualTo(new Tool.Result(0, ""));
        assertThat(profiles("-C").text()).contains("com.acme.new");
    }

    @Test
    void saysWhichFile1015CouldNotInstall() throws Exception {
        start("10.15.7", "0");
        Path file = Files.writeString(folder.resolve("bad"), "not a profile");

        assertThat(Tool.profiles(root, "install", "-path=" + file).text())
                .isEqualTo("profiles install for file:‘" + file + "’ and user:‘root’ returned 3840 (Error = 3840)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-R -p", "-Rp", "remove -identifier"})
    void removesByIdentifierAndListsItNoMore(String command) throws Exception {
        start("15.1", "0");
        String[] words = (command + "\t" + SYSTEM).split("[ \t](?!tem)");

        assertThat(Tool.profiles(root, words)).isEqualTo(new Tool.Result(0, ""));
        assertThat(profiles("-P").text()).doesNotContain(SYSTEM).contains(OWN);
    }

    @Test
    void removesByUuidAndByFile() throws Exception {
        start("15.1", "0");
        Path file = Files.write(folder.resolve("system.mobileconfig"), TestProfiles.bytes(SYSTEM));

        assertThat(Tool.profiles(root, "remove", "-path", file.toString()).exit())
                .isZero();
        assertThat(profiles("remove -user alice -uuid 99999999-aaaa-3333-4444-555555555555")
                        .exit())
                .isZero();
        assertThat(profiles("-P").text()).isEqualTo("There are no configuration profiles installed\n");
    }

    @Test
    void aUserCannotRemoveTheComputersProfile() throws Exception {
        start("15.1", "501");

        assertThat(Tool.profiles(root, "-R", "-p", SYSTEM).text()).contains("user:‘alice’ returned -60005");
        assertThat(mac.state().profiles()).hasSize(2);
    }

    @Test
    void failsToRemoveWhatIsNotThere() throws Exception {
        start("15.1", "0");

        assertThat(profiles("-R -p com.acme.nothing").exit()).isEqualTo(1);
    }

    @Test
    void anIdentifierWithShellSyntaxIsOnlyAnIdentifier() throws Exception {
        start("15.1", "0");
        Path trap = folder.resolve("trap");

        Tool.Result result = Tool.profiles(root, "-R", "-p", "$(touch " + trap + ");`touch " + trap + "` *");
        assertThat(result.text()).contains("identifier:‘$(touch " + trap + ");`touch " + trap + "` *’");
        assertThat(trap).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "FAILS,1,profiles: the configuration profiles could not be read",
        "EMPTY,0,''",
        "GARBAGE,0,garbage",
        "NOISE,0,debug: done",
        "SENTENCE,0,There are 2 configuration profiles installed",
        "TRUNCATED,0,<plist"
    })
    void readingGoesWrongOnDemand(ListingFault fault, int exit, String words) throws Exception {
        start("15.1", "0");
        mac.setFaults(new MacFaults(false, 0, 0, Optional.empty(), fault, Optional.empty()));
        Tool.Result result = profiles("-P -o stdout-xml");

        assertThat(result.exit()).isEqualTo(exit);
        assertThat(result.text()).contains(words);
        assertThat(result.text()).matches(text -> fault == ListingFault.NOISE || !text.contains("</plist>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Q", "nonsense", "list -nonsense x", "remove", "-o", "status -type weather"})
    void doesNotKnowEveryCommand(String command) throws Exception {
        start("15.1", "0");

        assertThat(profiles(command).exit()).isEqualTo(64);
    }

    @Test
    void theVerbsCameWith1013() throws Exception {
        start("10.12.6", "0");

        assertThat(profiles("list").exit()).isEqualTo(64);
        assertThat(profiles("-P").exit()).isZero();
    }

    @Test
    void statusNeedsNoRootButTheBootstrapToken() throws Exception {
        start("15.1", "501");

        assertThat(profiles("status -type enrollment").text()).isEqualTo("Enrolled via DEP: No\nMDM enrollment: No\n");
        assertThat(profiles("status -type bootstraptoken").exit()).isEqualTo(1);
    }

    @Test
    void saysThatTheSimulatorIsNotRunning() throws Exception {
        start("15.1", "0");
        server.close();
        Tool.Result result = profiles("-R -p com.acme.own");

        assertThat(result.text()).endsWith("; start the simulator\n");
        assertThat(result.exit()).isEqualTo(69);
    }

    @ParameterizedTest
    @CsvSource({"10.15.7,Mac OS X,19H2", "15.1,macOS,24B83"})
    void swVersTellsTheRelease(String macos, String name, String build) throws Exception {
        start(macos, "0");

        assertThat(Tool.run(root, "usr/bin/sw_vers", "-productVersion").text()).isEqualTo(macos + "\n");
        assertThat(Tool.run(root, "usr/bin/sw_vers", "-productName").text()).isEqualTo(name + "\n");
        assertThat(Tool.run(root, "usr/bin/sw_vers", "-buildVersion").text()).isEqualTo(build + "\n");
        assertThat(Tool.run(root, "usr/bin/sw_vers").text()).contains("ProductVersion:", macos);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501"})
    void idTellsTheUserThatTheProfilesToolGoesBy(String uid) throws Exception {
        start("15.1", uid);

        assertThat(Tool.run(root, "usr/bin/id", "-u")).isEqualTo(new Tool.Result(0, uid + "\n"));
        assertThat(Tool.run(root, "usr/bin/id", "-G").exit()).isEqualTo(1);
    }

    @Test
    void ioregTellsWhichMacThisIs() throws Exception {
        start("15.1", "0");
        NSDictionary registry = plist(Tool.run(root, "usr/sbin/ioreg", "-d2", "-c", "IOPlatformExpertDevice", "-a"));
        NSDictionary expert = (NSDictionary) ((NSArray) registry.get("IORegistryEntryChildren")).objectAtIndex(0);

        assertThat(expert.get("IOPlatformSerialNumber")).hasToString("C02XK1ABCDEF");
        assertThat(Tool.run(root, "usr/sbin/ioreg", "-rd1", "-c", "IOPlatformExpertDevice")
                        .text())
                .contains("\"IOPlatformUUID\" = \"8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8\"");
        assertThat(Tool.run(root, "usr/sbin/ioreg", "-rc", "AppleSmartBattery").text())
                .isEmpty();
    }

    private static NSDictionary plist(Tool.Result result) throws Exception {
        return (NSDictionary) PropertyListParser.parse(result.text().getBytes(StandardCharsets.UTF_8));
    }
}
