// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import static dev.cmdm.apply.Runner.present;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.apply.FakeServer.Fate;
import dev.cmdm.apply.Outcome.Result;
import dev.cmdm.apply.Runner.Ran;
import dev.cmdm.mdm.Command;
import dev.cmdm.plan.Pending.Answer;
import dev.cmdm.plan.ReasonCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A command whose answer was lost. */
class LostAnswerTest extends ApplierFixture {
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
    void whatARepeatIsRefusedForIsToldThoughNobodyKnowsWhetherTheFirstArrived() {
        runner = runner(FakeServer.CHECKS_IDS);
        runner.server.fates.addAll(List.of(Fate.REQUEST_LOST, Fate.REFUSED));
        runner.run(journal, present(A, "A"));
        assertThat(runner.history)
                .filteredOn(event -> event.word().equals("lost"))
                .singleElement()
                .satisfies(event -> assertThat(event.text())
                        .startsWith("its answer was lost: sent once more, the MDM refused the command"));
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
        String words = second.of(A).words();
        assertThat(words).startsWith("seen on this Mac after ");
        assertThat(runner.history.get(runner.history.size() - 1).text()).isEqualTo(words);
        assertThat(world.accepted).hasSize(1);
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
    void aLookRightAfterALostAnswerProvesNoAbsence() {
        runner.server.fates.add(Fate.REQUEST_LOST);
        runner.patience = Duration.ofSeconds(2);
        runner.run(journal, present(A, "A"));
        assertThat(journal.pending())
                .singleElement()
                .satisfies(sent -> assertThat(sent.looks().absentSince()).isEmpty());
    }
}
