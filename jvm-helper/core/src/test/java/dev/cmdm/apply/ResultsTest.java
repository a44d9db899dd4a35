// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import static dev.cmdm.apply.Runner.present;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.apply.Outcome.Result;
import dev.cmdm.journal.Entry;
import dev.cmdm.journal.History;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Pending.Report.Status;
import dev.cmdm.plan.ReasonCode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What runs make of results that a server tells. */
class ResultsTest extends ApplierFixture {
    private static final String REFUSED = "this Mac refused it: ConfigProfilePluginDomain (-319): The profile is not"
            + " valid.; MCInstallationErrorDomain (4001): No.";

    @BeforeEach
    void tellResults() {
        runner = runner(FakeServer.CHECKS_IDS_AND_TELLS_RESULTS);
    }

    @Test
    void aRefusalIsToldInTheMacsWordsByTheRunThatSentAndNotWaitedFor() {
        world.refusing = true;
        Duration begun = world.time.elapsed();
        Outcome outcome = runner.run(journal, present(A, "A")).of(A);
        assertThat(outcome.result()).isEqualTo(Result.FAILED);
        assertThat(outcome.error().orElseThrow().kind()).isEqualTo(Failure.Kind.REFUSED_BY_MAC);
        assertThat(outcome.error().orElseThrow().what()).isEqualTo(REFUSED);
        assertThat(outcome.words()).isEqualTo(REFUSED);
        assertThat(outcome.commandUuid()).contains("ID-1");
        assertThat(world.time.elapsed().minus(begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(runner.history).extracting(History.Event::word).containsExactly("sent", "queued", "refused");
        assertThat(runner.progress).anySatisfy(event -> assertThat(event.text()).isEqualTo(A + ": " + REFUSED));
    }

    @Test
    void whatTheMacRefusedDoesNotHoldUpTheOthers() {
        world.refusing = true;
        world.checkInAfter = Duration.ofSeconds(1);
        runner.hearing = event -> world.refusing = !event.step().equals(B) && world.refusing;
        Runner.Ran ran = runner.run(journal, present(A, "A"), present(B, "B"));
        assertThat(ran.outcomes()).extracting(Outcome::result).contains(Result.DONE);
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
    void aRefusalAfterTheWaitIsToldByTheNextRunAndAskedForOnce() {
        world.refusing = true;
        world.awake = false;
        runner.run(journal, present(A, "A"));
        world.awake = true;
        world.time.sleep(Duration.ofMinutes(2));
        Runner.Ran next = runner.run(journal, present(A, "A"));
        assertThat(next.plan().steps().get(0).reason().code()).isEqualTo(ReasonCode.REFUSED_BY_MAC);
        assertThat(next.of(A).result()).isEqualTo(Result.FAILED);
        assertThat(next.of(A).error().orElseThrow().kind()).isEqualTo(Failure.Kind.REFUSED_BY_MAC);
        assertThat(next.of(A).words()).startsWith(REFUSED + "; sent again in ");
        assertThat(runner.history).extracting(History.Event::word).containsExactly("sent", "queued", "refused");

        int asked = runner.server.resultRequests;
        runner.run(journal, present(A, "A"));
        assertThat(runner.server.resultRequests).isEqualTo(asked);
        assertThat(world.accepted).hasSize(1);
    }

    @Test
    void aRefusalThatTheMacOvercameCountsForNothing() {
        world.refusing = true;
        runner.run(journal, present(A, "A"));
        world.installByMdm(
                present(A, "A").key(),
                "A",
                present(A, "A").prepared().forms().get(0).uuid());
        assertThat(runner.run(journal, present(A, "A")).outcomes()).isEmpty();
        assertThat(journal.pending()).isEmpty();
    }

    @Test
    void whatTheMacPutsOffStaysPendingAndIsDoneWhenItIsSeen() {
        world.busy = true;
        Outcome outcome = runner.run(journal, present(A, "A")).of(A);
        assertThat(outcome.result()).isEqualTo(Result.PENDING);
        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.words())
                .isEqualTo("queued 60 s ago, put off by the Mac (NotNow), not yet on this Mac (asleep or locked?)");
        assertThat(runner.history).extracting(History.Event::word).containsExactly("sent", "queued", "put off");
        world.busy = false;
        world.time.sleep(Duration.ofSeconds(5));
        runner.run(journal, present(A, "A"));
        assertThat(runner.history).extracting(History.Event::word).endsWith("seen");
        assertThat(world.accepted).hasSize(1);
    }

    @Test
    void whatTheMacAcknowledgedIsDoneOnlyWhenItsListShowsIt() {
        world.listingLag = Duration.ofMinutes(5);
        Outcome outcome = runner.run(journal, present(A, "A")).of(A);
        assertThat(outcome.result()).isEqualTo(Result.PENDING);
        assertThat(outcome.words()).isEqualTo("queued 60 s ago, acknowledged by the Mac, not yet on this Mac");
        world.time.sleep(Duration.ofMinutes(5));
        assertThat(runner.run(journal, present(A, "A"))
                        .plan()
                        .steps()
                        .get(0)
                        .reason()
                        .code())
                .isEqualTo(ReasonCode.IN_PLACE);
        assertThat(world.accepted).hasSize(1);
    }

    @Test
    void aRunThatWaitsAsksLessAndLessOften() {
        world.awake = false;
        runner.run(journal, present(A, "A"));
        assertThat(runner.server.resultRequests).isBetween(4, 7);
        assertThat(runner.server.queueRequests).isZero();
    }

    @Test
    void nothingIsAskedWhileNothingIsPending() {
        runner.run(journal, present(A, "A"));
        int asked = runner.server.resultRequests;
        runner.run(journal, present(A, "A"));
        assertThat(runner.server.resultRequests).isEqualTo(asked);
    }

    @Test
    void aLostRequestIsRepeatedOnceUnderItsIdWhenTheServerKnowsNoSuchCommand() {
        runner = runner(FakeServer.TELLS_RESULTS);
        runner.patience = Duration.ofSeconds(2);
        runner.server.fates.add(FakeServer.Fate.REQUEST_LOST);
        runner.run(journal, present(A, "A"));
        assertThat(journal.pending()).noneMatch(sent -> sent.isReported(Status.UNKNOWN));
        world.time.sleep(Duration.ofSeconds(10));
        Runner.Ran next = runner.run(journal, present(A, "A"));
        assertThat(next.plan().steps().get(0).reason().code()).isEqualTo(ReasonCode.NEVER_QUEUED);
        assertThat(next.of(A).result()).isEqualTo(Result.DONE);
        assertThat(world.accepted)
                .singleElement()
                .satisfies(taken -> assertThat(taken.command().commandUuid()).isEqualTo("ID-1"));
    }

    @Test
    void aLostAnswerIsNotRepeatedWhenTheServerKnowsTheCommand() {
        runner = runner(FakeServer.TELLS_RESULTS);
        world.awake = false;
        runner.server.fates.add(FakeServer.Fate.ANSWER_LOST);
        runner.run(journal, present(A, "A"));
        assertThat(journal.pending())
                .singleElement()
                .satisfies(sent -> assertThat(sent.answer()).isEqualTo(Pending.Answer.QUEUED));
        world.time.sleep(Duration.ofMinutes(10));
        runner.run(journal, present(A, "A"));
        assertThat(world.accepted).hasSize(1);
    }

    @Test
    void aServerThatCannotBeAskedIsSaidAndStopsNothing() {
        world.awake = false;
        runner.run(journal, present(A, "A"), present(B, "B"));
        runner.server.queueUnavailable = true;
        int asked = runner.server.resultRequests;
        Observer observer = new Observer(Optional.of(runner.server), world.time);
        assertThat(observer.observe(journal, event -> {}, world.readInstalled(), world.device))
                .containsExactly("what became of commands could not be found out from the MDM: mdm.acme.example:443 was"
                        + " not reached");
        assertThat(runner.server.resultRequests).isEqualTo(asked + 1);
        assertThat(runner.run(journal, present(A, "A"), present(B, "B")).of(A).result())
                .isEqualTo(Result.PENDING);
    }

    @Test
    void aPlanTellsOfARefusalAndWritesNothing() {
        world.refusing = true;
        world.awake = false;
        runner.run(journal, present(A, "A"));
        world.awake = true;
        world.time.sleep(Duration.ofMinutes(1));
        int entries = journal.entries().size();
        Observer observer = new Observer(Optional.of(runner.server), world.time);
        assertThat(observer.observe(journal.state(), world.readInstalled(), world.device)
                        .entries())
                .singleElement()
                .isInstanceOfSatisfying(
                        Entry.Answered.class,
                        told -> assertThat(told.report().words()).isEqualTo(World.REFUSAL));
        assertThat(journal.entries()).hasSize(entries);
    }
}
