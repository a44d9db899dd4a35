// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import static dev.cmdm.apply.Runner.absent;
import static dev.cmdm.apply.Runner.present;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.apply.Outcome.Result;
import dev.cmdm.apply.Runner.Declared;
import dev.cmdm.apply.Runner.Ran;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is awaited, and what counts as seen. */
class WaitingTest extends ApplierFixture {
    @Test
    void callsAnInstallDoneOnceTheMacListsItAndNothingIsLeftPending() {
        Ran ran = runner.run(journal, present(A, "A"));
        assertThat(ran.of(A).result()).isEqualTo(Result.DONE);
        assertThat(ran.of(A).words()).contains("seen on this Mac after");
        assertThat(journal.pending()).isEmpty();
        assertThat(journal.records()).hasSize(1);
    }

    @Test
    void aSecondRunSendsNothingAndReadsOnce() {
        runner.run(journal, present(A, "A"));
        int entries = journal.entries().size();
        world.readings = 0;
        Ran second = runner.run(journal, present(A, "A"));
        assertThat(second.outcomes()).isEmpty();
        assertThat(world.accepted).hasSize(1);
        assertThat(world.readings).isEqualTo(1);
        assertThat(journal.entries()).hasSize(entries);
    }

    @Test
    void anAsleepMacLeavesItPendingAndTheNextRunsSendNothing() {
        world.awake = false;
        Outcome first = runner.run(journal, present(A, "A")).of(A);
        assertThat(first.result()).isEqualTo(Result.PENDING);
        assertThat(first.words()).contains("not yet on this Mac");
        assertThat(first.commandUuid()).contains("ID-1");
        assertThat(first.notBefore()).isEqualTo(first.since().map(since -> since.plus(Duration.ofMinutes(30))));

        Outcome second = runner.run(journal, present(A, "A")).of(A);
        assertThat(second.result()).isEqualTo(Result.PENDING);
        world.awake = true;
        world.time.sleep(Duration.ofMinutes(5));
        Ran third = runner.run(journal, present(A, "A"));
        assertThat(third.outcomes()).isEmpty();
        assertThat(world.accepted).hasSize(1);
        assertThat(journal.pending()).isEmpty();
    }

    @Test
    void doesNotWaitForWhatOnlyAnEarlierRunLeftPending() {
        world.awake = false;
        runner.run(journal, present(A, "A"));
        Duration before = world.time.elapsed();
        runner.run(journal, present(A, "A"));
        assertThat(world.time.elapsed().minus(before)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void waitsOnceForAllWithinItsPatience() {
        world.awake = false;
        Duration before = world.time.elapsed();
        runner.run(journal, present(A, "A"), present(B, "A"), present(C, "A"));
        assertThat(world.time.elapsed().minus(before)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(62));
    }

    @Test
    void aListingThatLagsIsBelievedOnlyOnceItShowsTheProfile() {
        world.listingLag = Duration.ofSeconds(20);
        Outcome outcome = runner.run(journal, present(A, "A")).of(A);
        assertThat(outcome.result()).isEqualTo(Result.DONE);
        assertThat(world.time.elapsed()).isGreaterThan(Duration.ofSeconds(20));
    }

    @Test
    void removesLocallyWhatWasInstalledLocally() {
        world.installLocally(Declared.key(A), "A", "LOCAL-1");
        Ran ran = runner.run(journal, absent(A));
        assertThat(ran.of(A).result()).isEqualTo(Result.DONE);
        assertThat(ran.of(A).words()).contains("gone from this Mac");
        assertThat(runner.server.requests).isEmpty();
    }

    @Test
    void aRemovalByMdmIsDoneOnceTheListingIsWithoutIt() {
        runner.run(journal, present(A, "A"));
        Ran ran = runner.run(journal, absent(A));
        assertThat(ran.of(A).result()).isEqualTo(Result.DONE);
        assertThat(journal.records()).isEmpty();
        assertThat(journal.pending()).isEmpty();
    }

    @Test
    void aFewUnreadableListingsWhileWaitingAreTolerated() {
        List<Progress.Event> heard = runner.progress;
        runner.hearing = event -> {
            if (event.kind() == Progress.Kind.QUEUED) {
                world.unreadable = 3;
            }
        };
        assertThat(runner.run(journal, present(A, "A")).of(A).result()).isEqualTo(Result.DONE);
        assertThat(heard).extracting(Progress.Event::kind).contains(Progress.Kind.SEEN);
    }

    @Test
    void aListingThatStaysUnreadableEndsTheWaitAndIsSaid() {
        runner.hearing = event -> {
            if (event.kind() == Progress.Kind.QUEUED) {
                world.unreadable = 100;
            }
        };
        Outcome outcome = runner.run(journal, present(A, "A")).of(A);
        assertThat(outcome.result()).isEqualTo(Result.PENDING);
        assertThat(outcome.error().orElseThrow().kind()).isEqualTo(Failure.Kind.STATE_UNREADABLE);
        assertThat(world.time.elapsed()).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aStopSendsNothingNewAndWaitsNoLonger() {
        world.awake = false;
        boolean[] stopped = {false};
        runner.stop = () -> stopped[0];
        runner.hearing = event -> stopped[0] |= event.kind() == Progress.Kind.QUEUED;
        Ran ran = runner.run(journal, present(A, "A"), present(B, "A"));
        assertThat(ran.of(A).result()).isEqualTo(Result.PENDING);
        assertThat(ran.of(B).result()).isEqualTo(Result.SKIPPED);
        assertThat(runner.server.requests).hasSize(1);
        assertThat(world.time.elapsed()).isLessThan(Duration.ofSeconds(2));
    }
}
