// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import static dev.cmdm.apply.Runner.absent;
import static dev.cmdm.apply.Runner.given;
import static dev.cmdm.apply.Runner.present;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.installed.Origin;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Record;
import dev.cmdm.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on a Mac of macOS 10.15 that no MDM manages. */
class LocalRouteTest extends ApplierFixture {
    @BeforeEach
    void anOldMac() {
        enrollment(Enrollment.NONE);
    }

    @Test
    void whatIsInstalledLocallyIsSeenAndRecordedAsLocal() {
        Runner.Ran ran = runner.run(journal, present(A, "one"));
        assertThat(ran.of(A).result()).isEqualTo(Outcome.Result.DONE);
        assertThat(ran.of(A).words()).startsWith("seen on this Mac after ");
        assertThat(journal.records()).extracting(Record::origin).containsExactly(Origin.LOCAL);
        assertThat(journal.pending()).isEmpty();
        assertThat(world.accepted).isEmpty();
        assertThat(runner.history).extracting(event -> event.word()).containsExactly("asked", "seen");
    }

    @Test
    void theNextRunKeepsIt() {
        runner.run(journal, present(A, "one"));
        runner.run(journal, present(A, "one"));
        assertThat(world.localCalls).containsExactly("install " + A);
    }

    @Test
    void anEditReplacesTheLocalCopyInPlace() {
        runner.run(journal, present(A, "one"));
        Runner.Ran ran = runner.run(journal, present(A, "two"));
        assertThat(ran.of(A).result()).isEqualTo(Outcome.Result.DONE);
        assertThat(world.listedContent(Runner.Declared.key(A))).contains("two");
        assertThat(world.localCalls).containsExactly("install " + A, "install " + A);
    }

    @Test
    void anEditUnderTheOldUuidIsProvenByItsDate() {
        runner.run(journal, given(A, "one", FILE_UUID));
        Runner.Ran ran = runner.run(journal, given(A, "two", FILE_UUID));
        assertThat(ran.of(A).result()).isEqualTo(Outcome.Result.DONE);
        assertThat(world.listedContent(Runner.Declared.key(A))).contains("two");
        world.localIdle = true;
        Runner.Ran idle = runner.run(journal, given(A, "three", FILE_UUID));
        assertThat(idle.of(A).result()).isEqualTo(Outcome.Result.FAILED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRunThatIsKilledAroundAnEditUnderTheOldUuidLeavesNoDoubtToTheNext(boolean installed) {
        runner.run(journal, given(A, "one", FILE_UUID));
        CrashingJournal crashing = new CrashingJournal(journal, installed ? 1 : 0, !installed);
        assertThatThrownBy(() -> runner.run(crashing, given(A, "two", FILE_UUID)))
                .isInstanceOf(Killed.class);
        assertThat(world.listedContent(Runner.Declared.key(A))).contains(installed ? "two" : "one");

        Runner.Ran back = runner.run(journal, given(A, "one", FILE_UUID));
        assertThat(back.of(A).result()).isEqualTo(Outcome.Result.DONE);
        assertThat(world.listedContent(Runner.Declared.key(A))).contains("one");
        assertThat(runner.run(journal, given(A, "one", FILE_UUID)).plan().steps())
                .extracting(Step::action)
                .containsExactly(Action.KEEP);
    }

    @Test
    void aToolThatSaysNothingAndDoesNothingHasFailed() {
        world.localIdle = true;
        Runner.Ran ran = runner.run(journal, present(A, "one"));
        assertThat(ran.of(A).result()).isEqualTo(Outcome.Result.FAILED);
        assertThat(ran.of(A).words())
                .startsWith("profiles told of no trouble, and it is not on this Mac; look into this Mac's log");
        assertThat(journal.records()).isEmpty();
    }

    @Test
    void theFailureOfOneStopsOnlyItselfAndIsNotWaitedFor() {
        world.localRefusals.add(B);
        Runner.Ran ran = runner.run(journal, present(A, "one"), present(B, "one"), present(C, "one"));
        assertThat(ran.of(A).result()).isEqualTo(Outcome.Result.DONE);
        assertThat(ran.of(B).result()).isEqualTo(Outcome.Result.FAILED);
        assertThat(ran.of(B).words()).isEqualTo("profiles: returned -60005");
        assertThat(ran.of(C).result()).isEqualTo(Outcome.Result.DONE);
        assertThat(world.time.elapsed()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void whatTheToolRefusedAndIsThereAfterAllIsDone() {
        world.localRefusals.add(A);
        runner.hearing = event -> {
            if (event.kind() == Progress.Kind.FAILED) {
                world.installLocally(Runner.Declared.key(A), "one", derived("one"));
            }
        };
        assertThat(runner.run(journal, present(A, "one")).of(A).result()).isEqualTo(Outcome.Result.DONE);
    }

    @Test
    void aMacThatCannotBeReadAfterwardsLeavesItOpen() {
        runner.hearing = event -> world.unreadable = 100;
        Runner.Ran ran = runner.run(journal, present(A, "one"));
        assertThat(ran.of(A).result()).isEqualTo(Outcome.Result.PENDING);
    }

    @Test
    void fiftyInstallationsAreSeenByOneReading() {
        Runner.Declared[] fifty = IntStream.range(0, 50)
                .mapToObj(number -> present("com.acme.p" + number, "one"))
                .toArray(Runner.Declared[]::new);
        Runner.Ran ran = runner.run(journal, fifty);
        assertThat(ran.outcomes()).extracting(Outcome::result).containsOnly(Outcome.Result.DONE);
        assertThat(world.localCalls).hasSize(50);
        assertThat(world.readings).isEqualTo(2);
    }

    @Test
    void aLocalProfileGoesByTheToolAfterEverythingThatComes() {
        world.installLocally(Runner.Declared.key(A), "one", derived("one"));
        Runner.Ran ran = runner.run(journal, absent(A), present(B, "one"));
        assertThat(ran.of(A).result()).isEqualTo(Outcome.Result.DONE);
        assertThat(world.localCalls).containsExactly("install " + B, "remove " + A);
    }

    @Test
    void whatComesByMdmIsQueuedFirstAndWhatGoesByMdmGoesLast() {
        enrollment(Enrollment.USER_APPROVED);
        runner.run(journal, present(A, "one"));
        world.accepted.clear();
        runner.hearing = event -> {
            if (event.kind() == Progress.Kind.SENDING) {
                world.localCalls.add(event.text());
            }
        };
        runner.run(journal, absent(A), present(B, "one"), present(C, "one").locally());
        assertThat(world.localCalls)
                .containsExactly(
                        B + ": sending", C + ": asking profiles to install it", "install " + C, A + ": sending");
    }

    @Test
    void nothingIsTriedOnceAnEndIsWanted() {
        runner.stop = () -> true;
        Runner.Ran ran = runner.run(journal, present(A, "one"));
        assertThat(ran.of(A).result()).isEqualTo(Outcome.Result.SKIPPED);
        assertThat(world.localCalls).isEmpty();
    }

    @Test
    void theReasonNamesTheWay() {
        List<Step> steps = runner.run(journal, present(A, "one")).plan().steps();
        assertThat(steps.get(0).reason().text())
                .isEqualTo("not on this Mac; by the profiles tool, for this Mac is not enrolled in an MDM");
    }

    private static String derived(String content) {
        return present(A, content).prepared().forms().get(0).uuid();
    }

    private void enrollment(Enrollment enrollment) {
        world.device = new Device(world.device.serial(), world.device.udid(), new MacOsVersion(10, 15, 7), enrollment);
    }
}
