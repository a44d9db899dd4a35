// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import static dev.cmdm.apply.Runner.present;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.apply.Outcome.Result;
import dev.cmdm.journal.Entry;
import dev.cmdm.journal.MemoryJournal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What later runs make of what an earlier one sent. */
class LaterRunsTest extends ApplierFixture {
    @Test
    void recordsWhatItTakesAsDeclaredOnce() {
        runner.run(journal, present(A, "A"));
        journal = new MemoryJournal();
        runner.run(journal, present(A, "A"));
        assertThat(journal.entries()).singleElement().isInstanceOf(Entry.Seen.class);
        runner.run(journal, present(A, "A"));
        assertThat(journal.entries()).hasSize(1);
    }

    @Test
    void aDeadlineThatPassedIsSaidAndSentAnewOnceUnderANewId() {
        world.awake = false;
        runner.run(journal, present(A, "A"));
        world.time.sleep(Duration.ofHours(25));
        Outcome late = runner.run(journal, present(A, "A")).of(A);
        assertThat(late.result()).isEqualTo(Result.FAILED);
        assertThat(late.error().orElseThrow().kind()).isEqualTo(Failure.Kind.NOT_SEEN);
        assertThat(late.commandUuid()).contains("ID-2");
        assertThat(runner.run(journal, present(A, "A")).of(A).result()).isEqualTo(Result.PENDING);
        assertThat(world.accepted).hasSize(2);
        assertThat(journal.pending())
                .singleElement()
                .satisfies(sent -> assertThat(sent.attempt()).isEqualTo(2));
    }

    @Test
    void aMacThatRefusesIsSaidOnceItsCommandLeftTheQueue() {
        world.refusing = true;
        world.awake = false;
        runner.run(journal, present(A, "A"));
        world.awake = true;
        world.time.sleep(Duration.ofSeconds(10));
        runner.run(journal, present(A, "A"));
        world.time.sleep(Duration.ofSeconds(61));
        Outcome outcome = runner.run(journal, present(A, "A")).of(A);
        assertThat(outcome.result()).isEqualTo(Result.FAILED);
        assertThat(outcome.error().orElseThrow().kind()).isEqualTo(Failure.Kind.NO_LONGER_QUEUED);
        assertThat(world.accepted).hasSize(1);
    }

    @Test
    void aRefusalWithinTheWaitIsSaidByTheNextRun() {
        world.refusing = true;
        world.checkInAfter = Duration.ofSeconds(2);
        runner.run(journal, present(A, "A"));
        assertThat(runner.server.queueRequests).isEqualTo(2);
        world.time.sleep(Duration.ofSeconds(61));
        Outcome outcome = runner.run(journal, present(A, "A")).of(A);
        assertThat(outcome.error().orElseThrow().kind()).isEqualTo(Failure.Kind.NO_LONGER_QUEUED);
    }

    @Test
    void aMacThatRefusesGetsOneRepeatBeforeTheDeadlineAndOneAttemptAtIt() {
        world.refusing = true;
        world.checkInAfter = Duration.ofSeconds(2);
        for (int run = 0; run < 46; run++) {
            runner.run(journal, present(A, "A"));
            world.time.sleep(Duration.ofMinutes(30));
        }
        assertThat(world.accepted).hasSize(2);
        for (int run = 0; run < 40; run++) {
            runner.run(journal, present(A, "A"));
            world.time.sleep(Duration.ofMinutes(30));
        }
        assertThat(world.accepted).hasSize(3);
    }

    @Test
    void whatNobodyDeclaresAnyMoreIsGivenUpAfterTwoDeadlines() {
        world.awake = false;
        runner.run(journal, present(A, "A"));
        world.time.sleep(Duration.ofHours(47));
        runner.run(journal);
        assertThat(journal.pending()).hasSize(1);
        world.time.sleep(Duration.ofHours(2));
        runner.run(journal);
        assertThat(journal.pending()).isEmpty();
    }

    @Test
    void aClockSetBackAnHourChangesNothingOfThis() {
        world.awake = false;
        runner.run(journal, present(A, "A"));
        world.time.setClock(Duration.ofHours(-1));
        assertThat(runner.run(journal, present(A, "A")).of(A).result()).isEqualTo(Result.PENDING);
        assertThat(world.accepted).hasSize(1);
    }

    @Test
    void theHistoryTellsOfEveryCommandAndOutcome() {
        runner.run(journal, present(A, "A"));
        assertThat(runner.history).extracting(event -> event.word()).containsExactly("sent", "queued", "seen");
        assertThat(runner.history).allMatch(event -> event.profile().equals(A));
    }

    @Test
    void theHistoryTellsOfWhatOnlyALaterRunSaw() {
        world.awake = false;
        runner.run(journal, present(A, "A"));
        world.awake = true;
        world.time.sleep(Duration.ofMinutes(2));
        runner.run(journal, present(A, "A"));
        assertThat(runner.history).extracting(event -> event.word()).containsExactly("sent", "queued", "seen");
    }

    @Test
    void aQueueThatCannotBeAskedIsSaidAndStopsNothing() {
        world.awake = false;
        runner.run(journal, present(A, "A"));
        runner.server.queueUnavailable = true;
        Observer observer = new Observer(Optional.of(runner.server), world.time);
        assertThat(observer.observe(journal, event -> {}, world.readInstalled(), world.device))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("mdm.acme.example:443 was not reached"));
        assertThat(runner.run(journal, present(A, "A")).of(A).result()).isEqualTo(Result.PENDING);
    }

    @Test
    void aPlanOnlyLooksAndWritesNothing() {
        world.awake = false;
        runner.run(journal, present(A, "A"));
        int entries = journal.entries().size();
        Observer observer = new Observer(Optional.of(runner.server), world.time);
        assertThat(observer.observe(journal.state(), world.readInstalled(), world.device)
                        .entries())
                .isNotEmpty();
        assertThat(journal.entries()).hasSize(entries);
    }
}
