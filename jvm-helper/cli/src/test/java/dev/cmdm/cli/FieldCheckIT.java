// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The check that anyone with a Mac can run, on simulated ones: it must agree with them until they are altered. */
class FieldCheckIT {
    private static final Path CHECK = Path.of("../../script/field-check").toAbsolutePath();

    private final SimulatedMac mac = World.mac(World.Product.NANOMDM);
    private final Shipped shell = new Shipped(mac);
    private final Path facts = mac.folder().resolve("facts.tsv");

    @Test
    void aMacThatIsAsTheSimulatorSaysConfirmsIt() throws IOException {
        mac.bring(TestProfile.of("com.acme.canary", 600));
        Ended run = check("--fail-on-refuted");
        assertThat(run.out())
                .doesNotContain("\nrefuted")
                .contains(
                        "confirmed     list.total.all\n",
                        "confirmed     verbose.profile\n",
                        "confirmed     verbose.declarative\n",
                        "confirmed     status.enrollment.user-approved\n",
                        "confirmed     xml.types\n")
                .containsPattern("not testable +remove\\.refused +a change of the Mac")
                .containsPattern("\n2\\d confirmed, 0 refuted, \\d+ not testable here \\(macOS 15\\.1\\)");
        assertThat(run.exit()).isZero();
        assertThat(Files.readAllLines(facts))
                .startsWith("id\tfrom\tbefore\tconfidence\ttext\tsource")
                .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(6));
        tellsNothingOfThisMac();
    }

    @Test
    void anOldMacWithoutProfilesConfirmsWhatItCan() {
        SimulatedMac old = World.oldMac(World.MACOS_10_13);
        Ended run =
                new Shipped(old).startProgram(CHECK, "--out", facts.toString()).end();
        assertThat(run.out())
                .contains("confirmed     list.none.all\n", "confirmed     status.enrollment.none\n")
                .contains("confirmed     exit.none\n")
                .containsPattern("not testable +verbose\\.profile +no profile is installed")
                .contains(", 0 refuted, ");
    }

    @Test
    void whatIsOtherwiseIsRefutedAndToldWithoutAValue() throws IOException {
        mac.bring(TestProfile.of("com.acme.canary", 600));
        alter(
                "all.verbose",
                text -> text.replace("attribute: version:", "attribute: installedOn: canary\n" + PREFIX + "version:"));
        alter("status-enrollment", text -> text.replace("(User Approved)", "(by Canary Jones, C02XK1AB)"));
        alter(
                "all.xml",
                text -> text.replaceAll(
                        "<key>ProfileInstallDate</key>\\s*<string>[^<]*</string>",
                        "<key>ProfileInstallDate</key><date>2026-01-31T00:00:00Z</date><key>ProfileHasRemovalPasscode</key><true/>"));
        Ended run = check("--fail-on-refuted");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .containsPattern(
                        "refuted +verbose\\.profile +here: attributes: .*removalDisallowed installedOn version")
                .containsPattern(
                        "refuted +status\\.enrollment +here: .*MDM enrollment: Yes \\(by \\{value\\} \\{value\\}, \\{value\\}\\)")
                .containsPattern("refuted +xml\\.types +here: .*ProfileInstallDate=date")
                .containsPattern("refuted +xml\\.date")
                .containsPattern("refuted +xml\\.keys\\.profile +here: .* and ProfileHasRemovalPasscode");
        assertThat(run.out().toLowerCase(java.util.Locale.ROOT)).doesNotContain("canary", "jones");
        tellsNothingOfThisMac();
    }

    @Test
    void aToolThatFailsRefutesItsExitNumber() throws IOException {
        mac.bring(TestProfile.of("com.acme.canary", 600));
        mac.faults("{\"listing\": \"truncated\"}");
        assertThat(check().out()).containsPattern("refuted +list\\.total\\.all");
        tellsNothingOfThisMac();
    }

    @Test
    void itOnlyReads() {
        mac.watchTools();
        check();
        assertThat(mac.takeCalls())
                .allSatisfy(call -> assertThat(call)
                        .matches("(sw_vers|ioreg|profiles (-P|-C|help|version|status)).*")
                        .doesNotContain(" -I", " -R", " -D"));
    }

    private static final String PREFIX = "_computerlevel[1] attribute: ";

    private Ended check(String... options) {
        String[] all = new String[options.length + 2];
        System.arraycopy(options, 0, all, 2, options.length);
        all[0] = "--out";
        all[1] = facts.toString();
        return shell.startProgram(CHECK, all).end();
    }

    /** What the tool prints from now on. */
    private void alter(String file, UnaryOperator<String> change) throws IOException {
        Path printed = mac.root().resolve(".simulator/listings/current").resolve(file);
        String before = Files.readString(printed);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(printed, after);
    }

    private void tellsNothingOfThisMac() throws IOException {
        String told = Files.readString(facts, StandardCharsets.UTF_8).toLowerCase(java.util.Locale.ROOT);
        assertThat(told).doesNotContain("canary", "jones", "c02xk1ab", "com.acme", "alice", "nanomdm", "127.0.0.1");
        assertThat(told).doesNotContain(mac.udid().toLowerCase(java.util.Locale.ROOT));
        assertThat(told).doesNotContainPattern("\\p{XDigit}{8}-\\p{XDigit}{4}-");
    }
}
