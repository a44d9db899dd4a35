// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import static dev.cmdm.apply.Runner.absent;
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
import dev.cmdm.mdm.Command;
import dev.cmdm.plan.Pending.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent, in which order, and what stops it. */
class SendingTest extends ApplierFixture {
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
