// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two runs at once, a clock that jumps, a disk that is full or read-only; and what may write nothing at all. */
class DegradationIT {
    private static final String NAME = "com.acme.a";
    private static final Pattern MOMENT = Pattern.compile("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final int CHECKSUM_DIGITS = 8;

    @Test
    void aSecondRunWaitsForTheFirstAndSendsNothingTwice() {
        SimulatedMac mac = asleep(World.Product.MICROMDM);
        Shipped cmdm = new Shipped(mac);
        Running first = cmdm.startApply("--wait", "5");
        Until.isTrue("the first has sent", () -> cmdm.journal().contains("\tqueued\t"));
        Running second = cmdm.startApply("--wait", "0");
        assertThat(first.end().out()).contains("1 pending");
        Ended later = second.end();
        assertThat(later.out()).contains("1 pending");
        assertThat(later.exit()).isZero();
        assertThat(mac.sent("InstallProfile")).hasSize(1);
        mac.wakeUntilListed(NAME);
        assertThat(cmdm.apply().out()).contains("1 in place.");
    }

    @Test
    void aSecondRunThatWaitsInVainSaysWhoHoldsTheLock() {
        SimulatedMac mac = asleep(World.Product.NANOMDM);
        Shipped cmdm = new Shipped(mac);
        Running first = cmdm.startApply("--wait", "120");
        Until.isTrue("the first has sent", () -> cmdm.journal().contains("\tqueued\t"));
        Ended second = cmdm.apply("--wait", "0");
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err())
                .containsPattern("another run \\(.*cmdm.*, pid "
                        + first.process().pid() + ", since \\d\\d:\\d\\d\\) is changing profiles");
        assertThat(cmdm.plan().exit()).isZero();
        first.kill();
        assertThat(cmdm.apply("--wait", "0").exit()).isZero();
        assertThat(mac.sent("InstallProfile")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"MICROMDM", "NANOMDM"})
    void aClockThatIsSetBackAnHourSendsNothingTwice(World.Product product) {
        SimulatedMac mac = asleep(product);
        Shipped cmdm = new Shipped(mac);
        cmdm.apply("--wait", "0");
        moveJournal(cmdm, Duration.ofHours(1));
        Ended run = cmdm.apply("--wait", "0");
        assertThat(run.out()).contains("1 pending");
        assertThat(run.exit()).isZero();
        assertThat(cmdm.run("status").out()).containsPattern("pending +sent just now");
        assertThat(mac.sent("InstallProfile")).hasSize(1);
    }

    /** A clock a year ahead, and one that was a year ahead when the command was sent and is right again. */
    @ParameterizedTest
    @EnumSource(names = {"MICROMDM", "NANOMDM"})
    void aClockThatJumpsAYearSendsOnceAnew(World.Product product) {
        for (Duration jump : new Duration[] {Duration.ofDays(-365), Duration.ofDays(365)}) {
            SimulatedMac mac = asleep(product);
            Shipped cmdm = new Shipped(mac);
            cmdm.apply("--wait", "0");
            moveJournal(cmdm, jump);
            for (int run = 0; run < 3; run++) {
                cmdm.apply("--wait", "0");
            }
            assertThat(mac.sent("InstallProfile")).as(jump.toString()).hasSize(2);
            mac.wakeUntilListed(NAME);
            assertThat(cmdm.apply().out()).contains("1 in place.");
        }
    }

    @Test
    void aDiskThatIsFullBeforeAnythingWasSentSendsNothing() {
        SimulatedMac mac = asleep(World.Product.MICROMDM);
        Shipped cmdm = new Shipped(mac);
        Ended run = onDiskOf(cmdm, "size=16k", "head -c 100000 /dev/zero >\"$CMDM_STATE_DIR/filler\"");
        assertRefused(run, cmdm, "No space left on device");
        assertThat(mac.sent("InstallProfile")).isEmpty();
    }

    @Test
    void aDiskThatFillsWhileItSendsEndsTheSendingAndKnowsWhatItSent() throws IOException {
        SimulatedMac mac = asleep(World.Product.MICROMDM);
        for (int n = 10; n < 40; n++) {
            mac.declare("com.acme.p" + n, n);
        }
        Shipped cmdm = new Shipped(mac);
        Ended run = onDiskOf(cmdm, "size=12k", "true");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out() + run.err()).contains("No space left on device", "nothing more is sent");
        assertThat(mac.sent("InstallProfile")).hasSizeBetween(1, 29);
        String journal = Files.readString(cmdm.state().resolveSibling("journal.kept"));
        assertThat(journal.lines().filter(line -> line.contains("\tsending\t")))
                .hasSizeGreaterThanOrEqualTo(mac.sent("InstallProfile").size());
    }

    @Test
    void aFolderThatCannotBeWrittenLetsNothingBeSentAndAPlanBeMade() {
        SimulatedMac mac = asleep(World.Product.NANOMDM);
        Shipped cmdm = new Shipped(mac);
        Ended run = onDiskOf(cmdm, "ro,size=16k", "true");
        assertRefused(run, cmdm, "Read-only file system");
        assertThat(mac.sent("InstallProfile")).isEmpty();
        assertThat(cmdm.plan().out()).contains("install");
    }

    @Test
    void aPlanAndAnAuditWriteNothingNotEvenTheJournal() {
        SimulatedMac mac = asleep(World.Product.MICROMDM);
        Shipped cmdm = new Shipped(mac);
        cmdm.plan();
        assertThat(cmdm.state()).doesNotExist();
        cmdm.with("CMDM_MODE", "audit").apply();
        assertThat(cmdm.state()).doesNotExist();

        cmdm.without("CMDM_MODE").apply("--wait", "0");
        Map<Path, String> before = contents(cmdm.state());
        mac.declare("com.acme.b", 600);
        mac.wakeUntilListed(NAME);
        assertThat(cmdm.plan().out()).contains("install");
        cmdm.run("status");
        cmdm.run("history");
        assertThat(cmdm.with("CMDM_MODE", "audit").apply().out()).contains("install");
        assertThat(contents(cmdm.state())).isEqualTo(before);
        assertThat(mac.sent("InstallProfile")).hasSize(1);
    }

    private static void assertRefused(Ended run, Shipped cmdm, String words) {
        assertThat(run.exit()).as(run.toString()).isEqualTo(1);
        assertThat((run.out() + run.err()).lines().filter(line -> line.contains(words)))
                .as(run.toString())
                .singleElement()
                .satisfies(line ->
                        assertThat(line).contains(cmdm.state().toString()).contains("nothing"));
    }

    /** Applies in a mount namespace of its own, in which the state folder is a small disk; what it wrote is kept. */
    private static Ended onDiskOf(Shipped cmdm, String mount, String before) {
        assumeThat(mayMount()).as("unshare and mount").isTrue();
        try {
            Files.createDirectories(cmdm.state());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String script = "mount -t tmpfs -o mode=700," + mount + " tmpfs \"$CMDM_STATE_DIR\"; " + before
                + " 2>/dev/null; \"$@\"; code=$?; cp \"$CMDM_STATE_DIR/journal\" \"$CMDM_STATE_DIR/../journal.kept\""
                + " 2>/dev/null; exit $code";
        return cmdm.startProgram(
                        Path.of("/usr/bin/unshare"),
                        "--mount",
                        "bash",
                        "-c",
                        script,
                        "on-disk",
                        Shipped.LAUNCHER.toString(),
                        "apply",
                        "--wait",
                        "0",
                        cmdm.profiles().toString())
                .end();
    }

    private static boolean mayMount() {
        try {
            return new ProcessBuilder("unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Dates everything in the journal otherwise, which is what a clock that jumps the other way amounts to. */
    private static void moveJournal(Shipped cmdm, Duration by) {
        Path file = cmdm.state().resolve("journal");
        StringBuilder moved = new StringBuilder();
        cmdm.journal().lines().forEach(line -> {
            String content = MOMENT.matcher(line.substring(CHECKSUM_DIGITS + 1))
                    .replaceAll(found -> Instant.parse(found.group()).plus(by).toString());
            CRC32C crc = new CRC32C();
            crc.update(content.getBytes(StandardCharsets.UTF_8));
            moved.append("%08x\t%s%n".formatted(crc.getValue(), content));
        });
        try {
            Files.writeString(file, moved);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Path, String> contents(Path folder) {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file, Files.getLastModifiedTime(file) + " " + Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    private static SimulatedMac asleep(World.Product product) {
        SimulatedMac mac = World.mac(product);
        mac.declare(NAME, 600);
        mac.faults("{\"asleep\": true}");
        return mac;
    }
}
