// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import static dev.cmdm.apply.Runner.absent;
import static dev.cmdm.apply.Runner.present;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.apply.Outcome.Result;
import dev.cmdm.apply.Runner.Ran;
import dev.cmdm.device.Device;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.installed.Origin;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.ReasonCode;
import dev.cmdm.plan.Step;
import dev.cmdm.profile.ProfileKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on a Mac on which a local copy is in the way of the MDM's. */
class MigrationTest extends ApplierFixture {
    private static final ProfileKey KEY = Runner.Declared.key(A);

    @BeforeEach
    void aMacWithALocalCopyThatItsMdmReaches() {
        runner.run(journal, present(B, "one"));
        world.installLocally(KEY, "old", "00000000-0000-4000-8000-00000000000A");
        world.accepted.clear();
    }

    @Test
    void theLocalCopyGoesAndTheMdmsComes() {
        Ran ran = runner.run(journal, present(A, "one"));
        assertThat(step(ran).action()).isEqualTo(Action.MIGRATE);
        assertThat(ran.of(A).result()).isEqualTo(Result.DONE);
        assertThat(world.localCalls).containsExactly("remove " + A);
        assertThat(world.listedContent(KEY)).contains("one");
        assertThat(journal.state().findRecord(KEY).orElseThrow().origin()).isEqualTo(Origin.MDM);
        assertThat(world.refused).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void theNextRunKeepsIt() {
        runner.run(journal, present(A, "one"));
        assertThat(step(runner.run(journal, present(A, "one"))).action()).isEqualTo(Action.KEEP);
        assertThat(world.accepted).hasSize(1);
    }

    @Test
    void aProbeGoesFirstWhereNothingShowsThatTheMdmReachesThisMac() {
        world.time.sleep(Duration.ofHours(25));
        Ran first = runner.run(journal, present(A, "one"));
        assertThat(step(first).reason().code()).isEqualTo(ReasonCode.AFTER_PROBE);
        assertThat(first.of("dev.cmdm.probe").result()).isEqualTo(Result.DONE);
        assertThat(world.localCalls).isEmpty();

        Ran second = runner.run(journal, present(A, "one"));
        assertThat(second.of(A).result()).isEqualTo(Result.DONE);
        assertThat(second.of("dev.cmdm.probe").result()).isEqualTo(Result.DONE);
        assertThat(world.listedContent(Runner.Declared.key("dev.cmdm.probe"))).isEmpty();
        assertThat(runner.run(journal, present(A, "one")).plan().steps()).hasSize(1);
    }

    @Test
    void nothingMakesWayWhileTheMdmDoesNotAnswer() {
        runner.server.down = true;
        Ran ran = runner.run(journal, present(A, "one"));
        assertThat(ran.of(A).error().orElseThrow().kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        assertThat(world.localCalls).isEmpty();
        assertThat(world.listedContent(KEY)).contains("old");
        assertThat(journal.state().migrations()).isEmpty();
    }

    @Test
    void nothingMakesWayWhoseContentCannotBeKept() {
        runner.keep.fill();
        Ran ran = runner.run(journal, present(A, "one"));
        assertThat(ran.of(A).error().orElseThrow().kind()).isEqualTo(Failure.Kind.JOURNAL_UNAVAILABLE);
        assertThat(world.localCalls).isEmpty();
    }

    @Test
    void aCopyThatTheToolDoesNotRemoveStaysAndNothingIsSent() {
        world.localRefusals.add(A);
        Ran ran = runner.run(journal, present(A, "one"));
        assertThat(ran.of(A).words()).startsWith("its local copy did not make way: profiles: ");
        assertThat(world.accepted).isEmpty();
        assertThat(world.listedContent(KEY)).contains("old");
    }

    @Test
    void aMacThatCannotBeReadAfterwardsIsLeftToTheNextRun() {
        runner.hearing = event -> world.unreadable = event.text().endsWith("removing its local copy") ? 100 : 0;
        Ran ran = runner.run(journal, present(A, "one"));
        assertThat(ran.of(A).words()).contains("whether it went is not known, for this Mac cannot be read");
        assertThat(world.accepted).isEmpty();
        assertThat(journal.state().migrations()).hasSize(1);

        world.unreadable = 0;
        runner.hearing = Progress.NONE;
        assertThat(runner.run(journal, present(A, "one")).of(A).result()).isEqualTo(Result.DONE);
        assertNothingIsLeft();
    }

    @Test
    void onMacOs15AHoleIsFilledByTheNextRun() {
        runner.server.fates.add(FakeServer.Fate.UNREACHABLE);
        Ran ran = runner.run(journal, present(A, "one"));
        assertThat(ran.of(A).words()).contains("its local copy is gone, and only the MDM can bring it");
        assertThat(world.listedContent(KEY)).isEmpty();

        Ran next = runner.run(journal, present(A, "one"));
        assertThat(step(next).reason().code()).isEqualTo(ReasonCode.MIGRATION_INTERRUPTED);
        assertThat(next.of(A).result()).isEqualTo(Result.DONE);
        assertNothingIsLeft();
    }

    @Test
    void anotherOwnersRunFillsTheHoleToo() {
        runner.server.fates.add(FakeServer.Fate.UNREACHABLE);
        runner.run(journal, present(A, "one"));
        Ran other = runner.run(journal, present(B, "one"));
        assertThat(other.of(A).result()).isEqualTo(Result.DONE);
        assertThat(world.listedContent(KEY)).contains("one");
        assertNothingIsLeft();
    }

    @Test
    void onMacOs1015TheContentIsPutBackAtOnceWhenTheMdmRefusesIt() {
        anOldMac();
        runner.server.fates.add(FakeServer.Fate.REFUSED);
        Ran ran = runner.run(journal, present(A, "one"));
        assertThat(ran.of(A).result()).isEqualTo(Result.FAILED);
        assertThat(ran.of(A).words()).contains("it was put back locally");
        assertThat(world.listedContent(KEY)).contains("one");
        assertThat(step(runner.run(journal, present(A, "one"))).action()).isEqualTo(Action.KEEP);
        assertNothingIsLeft();
    }

    @Test
    void whatMustComeByMdmIsTriedAgainADayAfterItWasPutBack() {
        anOldMac();
        runner.server.fates.add(FakeServer.Fate.REFUSED);
        runner.run(journal, present(A, "one").byMdm());
        Ran soon = runner.run(journal, present(A, "one").byMdm());
        assertThat(step(soon).reason().code()).isEqualTo(ReasonCode.MIGRATION_FAILED);

        world.time.sleep(Duration.ofHours(25));
        runner.run(journal, present(A, "one").byMdm());
        Ran late = runner.run(journal, present(A, "one").byMdm());
        assertThat(late.of(A).result()).isEqualTo(Result.DONE);
        assertThat(journal.state().findRecord(KEY).orElseThrow().origin()).isEqualTo(Origin.MDM);
    }

    @Test
    void onMacOs1015TheContentIsPutBackOnceTheCommandLeftTheQueueInVain() {
        anOldMac();
        world.refusing = true;
        world.awake = false;
        runner.run(journal, present(A, "one"));
        world.awake = true;
        world.time.sleep(Duration.ofSeconds(61));
        runner.run(journal, present(A, "one"));
        world.time.sleep(Duration.ofSeconds(61));
        Ran ran = runner.run(journal, present(A, "one"));
        assertThat(step(ran).reason().code()).isEqualTo(ReasonCode.PUT_BACK);
        assertThat(ran.of(A).result()).isEqualTo(Result.DONE);
        assertThat(world.listedContent(KEY)).contains("one");
        assertThat(journal.pending()).isEmpty();
    }

    @Test
    void aHoleThatIsDeclaredAbsentIsForgotten() {
        runner.server.fates.add(FakeServer.Fate.UNREACHABLE);
        runner.run(journal, present(A, "one"));
        runner.run(journal, absent(A));
        assertNothingIsLeft();
    }

    /** The entries of a whole migration: migrating, sending, queued, seen. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aRunThatIsKilledAtAnyEntryIsRepairedByLaterOnes(int entry) {
        for (boolean after : List.of(false, true)) {
            for (boolean old : List.of(false, true)) {
                killed(entry, after, old);
            }
        }
    }

    private static void killed(int entry, boolean after, boolean old) {
        MigrationTest fresh = new MigrationTest();
        fresh.aMacWithALocalCopyThatItsMdmReaches();
        if (old) {
            fresh.anOldMac();
        }
        CrashingJournal crashing = new CrashingJournal(fresh.journal, entry, after);
        assertThatThrownBy(() -> fresh.runner.run(crashing, present(A, "one"))).isInstanceOf(Killed.class);
        boolean known = !fresh.journal.state().migrations().isEmpty();
        assertThat(known || fresh.world.listedContent(KEY).isPresent()).isTrue();
        for (int run = 0; run < 4; run++) {
            fresh.world.time.sleep(Duration.ofMinutes(31));
            fresh.runner.run(fresh.journal, present(A, "one"));
        }
        assertThat(fresh.world.listedContent(KEY))
                .as("killed at %d, %s", entry, after)
                .contains("one");
        fresh.assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        assertThat(journal.state().migrations()).isEmpty();
        assertThat(runner.keep.keys()).isEmpty();
    }

    private static Step step(Ran ran) {
        return ran.plan().find(A).orElseThrow();
    }

    private void anOldMac() {
        Device device = world.device;
        world.device = new Device(device.serial(), device.udid(), new MacOsVersion(10, 15, 7), device.enrollment());
    }
}
