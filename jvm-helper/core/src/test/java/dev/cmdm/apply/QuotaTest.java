// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import static dev.cmdm.apply.Runner.absent;
import static dev.cmdm.apply.Runner.present;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.apply.FakeServer.Fate;
import dev.cmdm.apply.Outcome.Result;
import dev.cmdm.apply.Runner.Ran;
import dev.cmdm.journal.History;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.ReasonCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs while the quota of an MDM is used up. */
class QuotaTest extends ApplierFixture {
    private static final String WORDS = "the MDM takes no more until 2026-03-01T09:00:00Z: its quota is used up";

    @Test
    void whatAnExhaustedServerDoesNotTakeIsPendingAndNothingElseIsTried() {
        runner.server.fates.addAll(List.of(Fate.ANSWERED, Fate.DEFERRED));
        Ran ran = runner.run(journal, present(A, "A"), present(B, "A"), present(C, "A"));
        assertThat(ran.of(A).result()).isEqualTo(Result.DONE);
        assertThat(List.of(ran.of(B), ran.of(C))).allSatisfy(outcome -> {
            assertThat(outcome.result()).isEqualTo(Result.PENDING);
            assertThat(outcome.words()).isEqualTo(WORDS);
            assertThat(outcome.commandUuid()).isEmpty();
        });
        assertThat(runner.server.requests).hasSize(2);
        assertThat(journal.pending()).isEmpty();
        assertThat(runner.history)
                .extracting(History.Event::word)
                .contains("deferred")
                .doesNotContain("failed");
    }

    @Test
    void noRunBeforeTheResetMakesAnyRequest() {
        runner.server.fates.add(Fate.DEFERRED);
        runner.run(journal, present(A, "A"), present(B, "A"));
        for (int run = 0; run < 3; run++) {
            world.time.sleep(Duration.ofMinutes(15));
            Ran ran = runner.run(journal, present(A, "A"), present(B, "A"), absent(C));
            assertThat(ran.plan().find(A).orElseThrow().reason().code()).isEqualTo(ReasonCode.QUOTA);
            assertThat(ran.of(A).result()).isEqualTo(Result.PENDING);
            assertThat(ran.of(A).words()).isEqualTo(WORDS);
        }
        assertThat(runner.server.requests).hasSize(1);
        assertThat(runner.server.probes).isZero();
        assertThat(runner.server.queueRequests).isZero();
    }

    @Test
    void theFirstRunAfterTheResetSendsEverything() {
        runner.server.fates.add(Fate.DEFERRED);
        runner.run(journal, present(A, "A"), present(B, "A"));
        world.time.sleep(Duration.ofHours(1));
        Ran ran = runner.run(journal, present(A, "A"), present(B, "A"));
        assertThat(ran.outcomes()).extracting(Outcome::result).containsOnly(Result.DONE);
        assertThat(journal.state().deferral()).isEmpty();
    }

    @Test
    void noLocalCopyMakesWayForWhatTheServerWouldNotTake() {
        runner.run(journal, present(B, "A"));
        world.installLocally(Runner.Declared.key(A), "old", "00000000-0000-4000-8000-00000000000A");
        runner.server.quotaUsedUp = true;
        Ran ran = runner.run(journal, present(A, "A"), present(B, "A"));
        assertThat(ran.plan().find(A).orElseThrow().action()).isEqualTo(Action.MIGRATE);
        assertThat(ran.of(A).result()).isEqualTo(Result.PENDING);
        assertThat(ran.of(A).words()).startsWith("the MDM takes no more until ");
        assertThat(world.localCalls).isEmpty();
        assertThat(runner.run(journal, present(A, "A"), present(B, "A")).of(A).words())
                .isEqualTo(ran.of(A).words());
        assertThat(runner.server.probes).as("the next run does not even look").isEqualTo(1);
    }
}
