// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans for Macs whose readings come from files; this machine is none. */
class PlanElsewhereTest {
    private static final String LISTED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <plist version="1.0"><dict><key>_computerlevel</key><array><dict>
            <key>ProfileIdentifier</key><string>com.acme.a</string>
            <key>ProfileUUID</key><string>OTHER</string>
            <key>ProfileInstallDate</key><string>2026-01-01 12:00:00 +0000</string>
            <key>ProfileItems</key><array/>
            </dict></array></dict></plist>
            """;
    private static final String BY_MDM = """
            _computerlevel[1] attribute: profileIdentifier: com.acme.a
            _computerlevel[1] attribute: profileUUID: OTHER
            _computerlevel[1] attribute: installedByMDM: TRUE
            """;

    private static final String DEVICE = """
            {"serial": "C02XK1ABCDEF", "udid": "8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8",
             "macos": "%s", "enrollment": "%s"}""";

    @TempDir
    private Path folder;

    private String profile;

    @BeforeEach
    void declareAProfile() throws IOException {
        profile = file("a.mobileconfig", TestProfile.of("com.acme.a", 600));
    }

    @Test
    void anOldMacReplacesItsCopyLocally() throws IOException {
        Ended run = Called.with("plan", "--installed", file("listed", LISTED), "--device", device("10.15.7"), profile);
        assertThat(run.out())
                .startsWith("C02XK1ABCDEF   macOS 10.15.7   not enrolled")
                .containsPattern(
                        "replace +com\\.acme\\.a +locally +another content is on this Mac; by the profiles tool");
        assertThat(run.exit()).isZero();
    }

    @Test
    void aListingOfTwoPartsTellsWhoInstalledWhat() throws IOException {
        String both = file("both", LISTED + BY_MDM);
        Ended run = Called.with("plan", "--installed", both, "--device", device("10.15.7"), profile);
        assertThat(run.out()).containsPattern("blocked +com\\.acme\\.a .*the MDM installed the copy on this Mac");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).doesNotContain("text around the property list");
    }

    @Test
    void linesThatAreNoVerboseListingAreStillWarnedOf() throws IOException {
        String noisy = file("noisy", LISTED + "debug: done\n");
        Ended run = Called.with("plan", "--installed", noisy, "--device", device("10.15.7"), profile);
        assertThat(run.out()).contains("text around the property list was left out");
    }

    @Test
    void theListingMayComeByStandardInput() throws IOException {
        Called called = new Called(new ByteArrayInputStream(
                "There are no configuration profiles installed\n".getBytes(StandardCharsets.UTF_8)));
        Ended run = called.end("plan", "--installed", "-", "--device", device("15.1"), profile);
        assertThat(run.out()).containsPattern("blocked +com\\.acme\\.a .*macOS 15\\.1 installs no profile locally");
    }

    @Test
    void aFileThatTellsOfNoMacIsNamed() throws IOException {
        String wrong = file("device", "{\"serial\": \"C02XK1ABCDEF\"}");
        Ended run = Called.with("plan", "--installed", file("listed", LISTED), "--device", wrong, profile);
        assertThat(run.exit()).isEqualTo(65);
        assertThat(run.err()).contains(wrong, "udid must be a hardware UUID", "cmdm state -o json");
    }

    @Test
    void aFileThatIsNoObjectIsNamedWithWhatItShouldHold() throws IOException {
        String wrong = file("device", "serial: C02XK1ABCDEF");
        Ended run = Called.with("plan", "--installed", file("listed", LISTED), "--device", wrong, profile);
        assertThat(run.exit()).isEqualTo(65);
        assertThat(run.err()).contains(wrong, "it is no JSON object with serial, udid, macos and enrollment");
    }

    @Test
    void anEnrollmentThatAPlanDidNotReadIsNoneToPlanBy() throws IOException {
        String header = file("device", DEVICE.formatted("15.1", "mdm\", \"enrollmentExact\": false, \"x\": \""));
        Ended run = Called.with("plan", "--installed", file("listed", LISTED), "--device", header, profile);
        assertThat(run.exit()).isEqualTo(65);
        assertThat(run.err()).contains("enrollment must be the one of cmdm state");
    }

    @Test
    void aListingThatMakesNoSenseIsNone() throws IOException {
        String broken = file("listed", LISTED.substring(0, 200));
        Ended run = Called.with("plan", "--installed", broken, "--device", device("15.1"), profile);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("the listing that was handed over is unreadable");
    }

    @Test
    void aPageOfThePlanIsForItsOwnerAndReplacesTheOneBefore() throws IOException {
        Path page = Files.writeString(folder.resolve("plan.html"), "old");
        Files.setPosixFilePermissions(page, PosixFilePermissions.fromString("rw-r--r--"));
        Ended run = Called.with(
                "plan",
                "--html",
                page.toString(),
                "--installed",
                file("listed", LISTED),
                "--device",
                device("10.15.7"),
                profile);
        assertThat(run.out()).contains("another content is on this Mac");
        assertThat(page)
                .content()
                .startsWith("<!DOCTYPE html>")
                .contains("Plan for C02XK1ABCDEF", "by the profiles tool");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
                .isEqualTo("rw-------");
    }

    @Test
    void aPlanThatFailedAsAWholeIsAPageThatSaysSo() throws IOException {
        Path page = folder.resolve("plan.html");
        String broken = file("listed", LISTED.substring(0, 200));
        Called.with("plan", "--html", page.toString(), "--installed", broken, "--device", device("15.1"), profile);
        assertThat(page).content().contains("No plan could be made", "the listing that was handed over is unreadable");
    }

    @Test
    void aPageNeedsAFileOfItsOwn() throws IOException {
        for (String name : new String[] {"", "-", folder.toString()}) {
            Ended run = Called.with(
                    "plan", "--html", name, "--installed", file("listed", LISTED), "--device", device("15.1"), profile);
            assertThat(run.exit()).as(run.toString()).isEqualTo(64);
            assertThat(run.err()).contains("--html");
        }
    }

    @Test
    void oneWithoutTheOtherIsWrong() throws IOException {
        assertThat(Called.with("plan", "--installed", file("listed", LISTED), profile)
                        .exit())
                .isEqualTo(64);
        assertThat(Called.with("plan", "--device", device("15.1"), profile).exit())
                .isEqualTo(64);
    }

    private String device(String macos) throws IOException {
        return file("device-" + macos, DEVICE.formatted(macos, "none"));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
