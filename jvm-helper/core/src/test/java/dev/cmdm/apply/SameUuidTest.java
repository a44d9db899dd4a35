// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import static dev.cmdm.apply.Runner.given;
import static dev.cmdm.apply.Runner.present;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.apply.FakeServer.Fate;
import dev.cmdm.apply.Outcome.Result;
import dev.cmdm.apply.Runner.Declared;
import dev.cmdm.apply.Runner.Ran;
import dev.cmdm.plan.ReasonCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Contents that share one UUID, as the bytes of a file may. */
class SameUuidTest extends ApplierFixture {
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
}
