// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import static dev.cmdm.apply.Runner.absent;
import static dev.cmdm.apply.Runner.present;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.apply.FakeDirector.Moment;
import dev.cmdm.apply.Outcome.Result;
import dev.cmdm.apply.Runner.Ran;
import dev.cmdm.journal.MemoryJournal;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Pending.Answer;
import dev.cmdm.plan.ReasonCode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that believes to have sent what it lost is made to ask anew. */
class NudgeTest extends ApplierFixture {
    private final FakeDirector director = new FakeDirector(world);

    @BeforeEach
    void theServerLostIt() {
        runner = new Runner(world, director);
        runner.patience = Duration.ZERO;
        director.loses = true;
        runner.run(new MemoryJournal(), present(A, "A"));
        director.loses = false;
        director.calls.clear();
        runner.patience = Duration.ofSeconds(60);
    }

    @Test
    void whatItHoldsToHaveSentIsPendingAndAskedForAnewAfterAQuarterOfAnHour() {
        Ran first = runner.run(journal, present(A, "A"));
        assertThat(first.of(A).result()).isEqualTo(Result.PENDING);
        assertThat(first.of(A).words()).contains("which the MDM was before, not yet on this Mac");
        assertThat(journal.pending())
                .singleElement()
                .satisfies(sent -> assertThat(sent.answer()).isEqualTo(Answer.UNCHANGED));
        assertThat(first.of(A).notBefore())
                .contains(first.of(A).since().orElseThrow().plus(Duration.ofMinutes(15)));

        world.time.sleep(Duration.ofMinutes(10));
        assertThat(runner.run(journal, present(A, "A")).of(A).result()).isEqualTo(Result.PENDING);
        assertThat(director.calls).containsExactly("post");

        world.time.sleep(Duration.ofMinutes(5));
        Ran last = runner.run(journal, present(A, "A"));
        assertThat(last.plan().find(A).orElseThrow().reason().code()).isEqualTo(ReasonCode.NUDGED);
        assertThat(last.of(A).result()).isEqualTo(Result.DONE);
        assertThat(director.calls).containsExactly("post", "forget", "post");
        assertThat(world.accepted).hasSize(1);
        assertThat(runner.history).anySatisfy(event -> assertThat(event.text()).isEqualTo("forgotten"));
        assertThat(journal.pending()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void aRunKilledAtAnyMomentOfItIsRepairedByTheNext(Moment moment) {
        runner.run(journal, present(A, "A"));
        world.time.sleep(Duration.ofMinutes(15));
        director.killedAt = Optional.of(moment);
        assertThatThrownBy(() -> runner.run(journal, present(A, "A"))).isInstanceOf(Killed.class);

        Ran next = runner.run(journal, present(A, "A"));
        if (moment == Moment.BEFORE_FORGETTING) {
            assertThat(next.of(A).result()).isEqualTo(Result.PENDING);
            world.time.sleep(Duration.ofMinutes(15));
            next = runner.run(journal, present(A, "A"));
        }
        assertThat(next.of(A).result()).isEqualTo(Result.DONE);
        assertThat(world.accepted).hasSize(1);
        director.calls.clear();
        runner.run(journal, present(A, "A"));
        assertThat(director.calls).isEmpty();
    }

    @Test
    void anAnswerThatWasLostIsRepeatedAtOnceAndFindsTheSameBytesThere() {
        director.fates.add(FakeServer.Fate.ANSWER_LOST);
        Ran ran = runner.run(journal, present(B, "B"));
        assertThat(ran.of(B).result()).isEqualTo(Result.DONE);
        assertThat(director.calls).containsExactly("post", "post");
        assertThat(world.accepted).hasSize(1);
    }

    @Test
    void whatArrivedAfterThePlansReadingIsNotAskedForAnew() {
        runner.run(journal, present(A, "A"));
        world.time.sleep(Duration.ofMinutes(15));
        String uuid = present(A, "A").prepared().forms().get(0).uuid();
        world.time.onPassing(() -> {
            if (world.readings == 2
                    && world.listedContent(Runner.Declared.key(A)).isEmpty()) {
                world.installByMdm(Runner.Declared.key(A), "A", uuid);
            }
        });
        world.readings = 0;
        Ran ran = runner.run(journal, present(A, "A"));
        assertThat(ran.plan().find(A).orElseThrow().reason().code()).isEqualTo(ReasonCode.NUDGED);
        assertThat(ran.of(A).result()).isEqualTo(Result.DONE);
        assertThat(director.calls).containsExactly("post");
    }

    @Test
    void aLocalCopyDoesNotMakeWayForOneThatItOnlyHoldsToHaveSent() {
        runner.run(journal, present(B, "B"));
        director.calls.clear();
        world.installLocally(Runner.Declared.key(A), "old", "0AD00000-0000-4000-8000-000000000001");
        Ran ran = runner.run(journal, present(A, "A").byMdm());
        assertThat(ran.plan().find(A).orElseThrow().action()).isEqualTo(Action.MIGRATE);
        assertThat(ran.of(A).result()).isEqualTo(Result.DONE);
        assertThat(director.calls).containsExactly("forget", "post");
    }

    @Test
    void aRemovalThatItHoldsToHaveSentStaysPending() {
        runner.run(journal, present(B, "B"));
        world.refusing = true;
        assertThat(runner.run(journal, absent(B)).of(B).result()).isEqualTo(Result.PENDING);
        journal = new MemoryJournal();
        Ran ran = runner.run(journal, absent(B));
        assertThat(ran.of(B).result()).isEqualTo(Result.PENDING);
        assertThat(journal.pending())
                .singleElement()
                .satisfies(sent -> assertThat(sent.answer()).isEqualTo(Answer.UNCHANGED));
        world.time.sleep(Duration.ofHours(2));
        assertThat(runner.run(journal, absent(B)).of(B).result()).isEqualTo(Result.PENDING);
        assertThat(director.calls).containsExactly("post", "delete", "delete");
    }
}
