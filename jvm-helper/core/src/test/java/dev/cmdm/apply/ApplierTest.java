// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import static dev.cmdm.apply.Runner.absent;
import static dev.cmdm.apply.Runner.given;
import static dev.cmdm.apply.Runner.present;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.apply.FakeServer.Fate;
import dev.cmdm.apply.Outcome.Result;
import dev.cmdm.apply.Runner.Declared;
import dev.cmdm.apply.Runner.Ran;
import dev.cmdm.journal.Entry;
import dev.cmdm.journal.Journal;
import dev.cmdm.journal.JournalState;
import dev.cmdm.journal.JournalUnavailableException;
import dev.cmdm.journal.MemoryJournal;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.Command;
import dev.cmdm.plan.Pending.Answer;
import dev.cmdm.plan.ReasonCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Carrying out plans on a simulated Mac, one behaviour at a time. */
class ApplierTest {
    private static final String A = "com.acme.a";
    private static final String B = "com.acme.b";
    private static final String C = "com.acme.c";
    private static final String FILE_UUID = "F11E0000-0000-4000-8000-000000000001";

    private final World world = new World();
    private MemoryJournal journal = new MemoryJournal();
    private Runner runner = runner(FakeServer.TELLS_QUEUE);

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
    void writesACommandDownBeforeItLeaves() {
        runner.server.fates.add(Fate.KILLED_BEFORE);
        assertThatThrownBy(() -> runner.run(journal, present(A, "A"))).isInstanceOf(Killed.class);
        assertThat(runner.server.requests).isEmpty();
        assertThat(journal.pending()).singleElement().satisfies(sent -> {
            assertThat(sent.answer()).isEqualTo(Answer.UNANSWERED);
            assertThat(sent.commandUuid()).isEqualTo("ID-1");
        });
    }

    @Test
    void sendsInstallsInDeclaredOrderAndRemovalsAfterThem() {
        runner.run(journal, present(C, "A"));
        world.accepted.clear();
        runner.run(journal, absent(C), present(B, "A"), present(A, "A"));
        assertThat(world.accepted)
                .extracting(taken -> taken.key().identifier().value())
                .containsExactly(B, A, C);
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
    void afterARefusedCredentialNoOtherCommandIsTried() {
        runner.server.fates.add(Fate.AUTHENTICATION_REFUSED);
        Ran ran = runner.run(journal, present(A, "A"), present(B, "A"), present(C, "A"));
        assertThat(ran.outcomes()).hasSize(3).allSatisfy(outcome -> {
            assertThat(outcome.result()).isEqualTo(Result.FAILED);
            assertThat(outcome.error().orElseThrow().kind()).isEqualTo(Failure.Kind.AUTHENTICATION_REFUSED);
        });
        assertThat(ran.outcomes())
                .extracting(Outcome::words)
                .containsOnly(ran.of(A).words());
        assertThat(runner.server.requests).hasSize(1);
        assertThat(journal.pending()).isEmpty();
    }

    @Test
    void anUnreachableServerFailsTheRestAtOnceAndTheNextRunSendsThem() {
        runner.server.fates.add(Fate.UNREACHABLE);
        Ran ran = runner.run(journal, present(A, "A"), present(B, "A"));
        assertThat(ran.outcomes()).extracting(Outcome::result).containsOnly(Result.FAILED);
        assertThat(ran.of(B).error().orElseThrow().retryable()).isTrue();
        assertThat(runner.server.requests).hasSize(1);
        Ran next = runner.run(journal, present(A, "A"), present(B, "A"));
        assertThat(next.outcomes()).extracting(Outcome::result).containsOnly(Result.DONE);
    }

    @Test
    void aRefusedCommandFailsAloneAndTheOthersGoOn() {
        runner.server.fates.addAll(List.of(Fate.REFUSED, Fate.ANSWERED));
        Ran ran = runner.run(journal, present(A, "A"), present(B, "A"));
        assertThat(ran.of(A).error().orElseThrow().kind()).isEqualTo(Failure.Kind.REFUSED);
        assertThat(ran.of(A).words()).contains("mdm.acme.example:443").contains("request is malformed");
        assertThat(ran.of(B).result()).isEqualTo(Result.DONE);
    }

    @Test
    void aLostAnswerIsRepeatedAtOnceUnderItsIdWhereTheServerChecksIds() {
        runner = runner(FakeServer.CHECKS_IDS);
        runner.server.fates.addAll(List.of(Fate.ANSWER_LOST, Fate.ANSWERED));
        Ran ran = runner.run(journal, present(A, "A"));
        assertThat(ran.of(A).result()).isEqualTo(Result.DONE);
        assertThat(runner.server.requests).extracting(Command::commandUuid).containsExactly("ID-1", "ID-1");
        assertThat(world.accepted).hasSize(1);
    }

    @Test
    void aLostAnswerIsLookedForInTheQueueAndNotRepeatedWhereTheServerDoesNot() {
        world.awake = false;
        runner.server.fates.add(Fate.ANSWER_LOST);
        Ran ran = runner.run(journal, present(A, "A"));
        assertThat(ran.of(A).result()).isEqualTo(Result.PENDING);
        assertThat(runner.server.requests).hasSize(1);
        assertThat(runner.server.queueRequests).isEqualTo(2);
        assertThat(journal.pending())
                .singleElement()
                .satisfies(sent -> assertThat(sent.answer()).isEqualTo(Answer.QUEUED));
    }

    @Test
    void aRequestLostOnTheWayIsRepeatedOnceAfterTwoLooksAndAReading() {
        runner.server.fates.add(Fate.REQUEST_LOST);
        assertThat(runner.run(journal, present(A, "A")).of(A).result()).isEqualTo(Result.PENDING);
        world.time.sleep(Duration.ofSeconds(61));
        world.readings = 0;
        Ran second = runner.run(journal, present(A, "A"));
        assertThat(second.plan().find(A).orElseThrow().reason().code()).isEqualTo(ReasonCode.NEVER_QUEUED);
        assertThat(second.of(A).result()).isEqualTo(Result.DONE);
        assertThat(runner.server.requests).extracting(Command::commandUuid).containsExactly("ID-1", "ID-1");
    }

    @Test
    void whatArrivedAfterThePlansReadingIsNotRepeated() {
        runner.server.fates.add(Fate.ANSWER_LOST);
        world.listingLag = Duration.ofMinutes(3);
        runner.patience = Duration.ZERO;
        runner.run(journal, present(A, "A"));
        world.time.sleep(Duration.ofSeconds(10));
        runner.run(journal, present(A, "A"));
        world.time.sleep(Duration.ofSeconds(61));
        runner.server.meanwhile = () -> world.time.sleep(Duration.ofMinutes(3));
        Ran second = runner.run(journal, present(A, "A"));
        assertThat(second.plan().find(A).orElseThrow().reason().code()).isEqualTo(ReasonCode.NEVER_QUEUED);
        assertThat(second.of(A).result()).isEqualTo(Result.DONE);
        assertThat(world.accepted).hasSize(1);
    }

    @Test
    void threeLostAnswersInARowEndTheSending() {
        runner.server.fates.addAll(List.of(Fate.REQUEST_LOST, Fate.REQUEST_LOST, Fate.REQUEST_LOST));
        Ran ran = runner.run(journal, present(A, "A"), present(B, "A"), present(C, "A"), present("com.acme.d", "A"));
        assertThat(runner.server.requests).hasSize(3);
        assertThat(ran.of(C).result()).isEqualTo(Result.PENDING);
        assertThat(ran.of("com.acme.d").error().orElseThrow().kind()).isEqualTo(Failure.Kind.ANSWERS_LOST);
    }

    @Test
    void anIdThatTheServerHadAlreadyIsBurntAndAnotherDrawn() {
        runner = runner(FakeServer.CHECKS_IDS);
        world.accept(new Command(
                "ID-1", new Command.Request.RemoveProfile(Declared.key(B).identifier())));
        Ran ran = runner.run(journal, present(A, "A"));
        assertThat(ran.of(A).result()).isEqualTo(Result.DONE);
        assertThat(ran.of(A).commandUuid()).contains("ID-2");
    }

    @Test
    void twoTakenIdsInARowFailTheStep() {
        runner = runner(FakeServer.CHECKS_IDS);
        for (String id : List.of("ID-1", "ID-2")) {
            world.accept(new Command(
                    id, new Command.Request.RemoveProfile(Declared.key(B).identifier())));
        }
        Ran ran = runner.run(journal, present(A, "A"));
        assertThat(ran.of(A).error().orElseThrow().kind()).isEqualTo(Failure.Kind.IDS_TAKEN);
        assertThat(journal.pending()).isEmpty();
    }

    @Test
    void aRepeatThatTheServerHadCountsFromTheFirstSending() {
        runner = runner(FakeServer.CHECKS_IDS);
        world.awake = false;
        runner.server.fates.add(Fate.KILLED_AFTER);
        assertThatThrownBy(() -> runner.run(journal, present(A, "A"))).isInstanceOf(Killed.class);
        world.time.sleep(Duration.ofMinutes(10));
        runner.run(journal, present(A, "A"));
        assertThat(world.accepted).hasSize(1);
        assertThat(journal.pending()).singleElement().satisfies(sent -> {
            assertThat(sent.answer()).isEqualTo(Answer.QUEUED);
            assertThat(sent.repeated()).isFalse();
        });
    }

    @Test
    void aRepeatThatDoesNotReachTheServerLeavesTheFirstSendingPending() {
        runner = runner(FakeServer.CHECKS_IDS);
        runner.server.fates.addAll(List.of(Fate.KILLED_AFTER, Fate.UNREACHABLE));
        world.awake = false;
        assertThatThrownBy(() -> runner.run(journal, present(A, "A"))).isInstanceOf(Killed.class);
        Ran second = runner.run(journal, present(A, "A"));
        assertThat(second.of(A).result()).isEqualTo(Result.FAILED);
        assertThat(journal.pending()).extracting(sent -> sent.commandUuid()).containsExactly("ID-1");
    }

    @Test
    void anEditUnderTheSameUuidIsDoneOnlyWhenTheMacInstalledItAnew() {
        runner.run(journal, given(A, "A", FILE_UUID));
        world.awake = false;
        Ran edited = runner.run(journal, given(A, "B", FILE_UUID));
        assertThat(edited.plan().find(A).orElseThrow().reason().code()).isEqualTo(ReasonCode.UUID_REUSED);
        assertThat(edited.of(A).result()).isEqualTo(Result.PENDING);
        world.awake = true;
        world.time.sleep(Duration.ofSeconds(5));
        Ran after = runner.run(journal, given(A, "B", FILE_UUID));
        assertThat(after.outcomes()).isEmpty();
        assertThat(world.listedContent(Declared.key(A))).contains("B");
        assertThat(world.accepted).hasSize(2);
    }

    @Test
    void twoVersionsUnderOneUuidAreNeverUnderwayTogether() {
        world.awake = false;
        runner.run(journal, given(A, "A", FILE_UUID));
        Ran behind = runner.run(journal, given(A, "B", FILE_UUID));
        assertThat(behind.plan().find(A).orElseThrow().reason().code()).isEqualTo(ReasonCode.AFTER_EARLIER_VERSION);
        world.awake = true;
        world.time.sleep(Duration.ofSeconds(5));
        assertThat(runner.run(journal, given(A, "B", FILE_UUID)).of(A).result()).isEqualTo(Result.DONE);
        assertThat(world.listedContent(Declared.key(A))).contains("B");
    }

    @Test
    void aWithdrawnSuccessorLetsTheEarlierContentBePendingAgain() {
        world.awake = false;
        runner.run(journal, present(A, "A"));
        runner.server.fates.add(Fate.UNREACHABLE);
        runner.run(journal, present(A, "B"));
        Ran back = runner.run(journal, present(A, "A"));
        assertThat(back.of(A).result()).isEqualTo(Result.PENDING);
        assertThat(world.accepted).hasSize(1);
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

    @Test
    void whatCannotBeWrittenDownIsNotSent() {
        Ran ran = runner.run(new FullJournal(journal, 0), present(A, "A"), present(B, "A"));
        assertThat(runner.server.requests).isEmpty();
        assertThat(ran.outcomes())
                .allSatisfy(outcome ->
                        assertThat(outcome.error().orElseThrow().kind()).isEqualTo(Failure.Kind.JOURNAL_UNAVAILABLE));
    }

    @Test
    void aDiskThatFillsAfterTheFirstCommandStopsTheNextAndStillWaitsForTheFirst() {
        Ran ran = runner.run(new FullJournal(journal, 1), present(A, "A"), present(B, "A"));
        assertThat(ran.of(A).result()).isEqualTo(Result.DONE);
        assertThat(ran.of(B).error().orElseThrow().kind()).isEqualTo(Failure.Kind.JOURNAL_UNAVAILABLE);
        assertThat(runner.server.requests).hasSize(1);
    }

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
    void aLookRightAfterALostAnswerProvesNoAbsence() {
        runner.server.fates.add(Fate.REQUEST_LOST);
        runner.patience = Duration.ofSeconds(2);
        runner.run(journal, present(A, "A"));
        assertThat(journal.pending())
                .singleElement()
                .satisfies(sent -> assertThat(sent.looks().absentSince()).isEmpty());
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

    private Runner runner(Capabilities capabilities) {
        return new Runner(world, new FakeServer(world, capabilities));
    }

    /** A journal on a disk that is full after some entries. */
    private static final class FullJournal implements Journal {
        private final MemoryJournal stored;
        private int left;

        FullJournal(MemoryJournal stored, int left) {
            this.stored = stored;
            this.left = left;
        }

        @Override
        public JournalState state() {
            return stored.state();
        }

        @Override
        public void add(Entry entry) {
            if (left-- <= 0) {
                throw new JournalUnavailableException("/state/journal cannot be used (No space left on device)");
            }
            stored.add(entry);
        }

        @Override
        public void close() {
            // the lines stay
        }
    }
}
