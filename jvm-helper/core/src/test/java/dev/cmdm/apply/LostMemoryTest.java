// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import static dev.cmdm.apply.Runner.given;
import static dev.cmdm.apply.Runner.present;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.apply.Runner.Declared;
import dev.cmdm.journal.Journal;
import dev.cmdm.journal.MemoryJournal;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Step;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A journal that was deleted or is yesterday's, a Mac that was erased, a mind that was changed twice: each costs at most
 * a wait or one more delivery of the same content, and ends with the Mac as declared.
 */
class LostMemoryTest {
    private static final String NAME = "com.acme.dock";
    private static final String FILE_UUID = "F11E0000-0000-4000-8000-000000000001";
    private static final Declared A = present(NAME, "A");
    private static final Declared B = present(NAME, "B");

    private final World world = new World();
    private MemoryJournal journal = new MemoryJournal();

    static Stream<Capabilities> servers() {
        return Stream.of(FakeServer.CHECKS_IDS, FakeServer.TELLS_QUEUE);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aJournalDeletedWhileACommandIsUnderwayCostsOneMoreDelivery(Capabilities server) {
        Runner runner = runner(server);
        world.awake = false;
        runner.run(journal, A);
        journal = new MemoryJournal();
        runner.run(journal, A);
        runner.run(journal, A);
        assertThat(world.accepted).hasSize(2);
        world.awake = true;
        assertEndsAs(runner, "A", A);
        assertThat(world.accepted).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aJournalDeletedWhileNothingIsUnderwayCostsNothing(Capabilities server) {
        Runner runner = runner(server);
        runner.run(journal, A);
        journal = new MemoryJournal();
        assertEndsAs(runner, "A", A);
        assertThat(world.accepted).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aJournalDeletedAfterAnAnswerWasLostCostsAtMostOneMoreDelivery(Capabilities server) {
        Runner runner = runner(server);
        runner.server.fates.add(FakeServer.Fate.KILLED_AFTER);
        assertKilled(runner, A);
        journal = new MemoryJournal();
        assertEndsAs(runner, "A", A);
        assertThat(world.accepted).hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void yesterdaysJournalKnowsNothingOfTodaysContentAndTheMacDoes(Capabilities server) {
        Runner runner = runner(server);
        runner.run(journal, A);
        MemoryJournal yesterdays = copy(journal);
        pass(Duration.ofHours(20));
        runner.run(journal, B);
        journal = yesterdays;
        assertEndsAs(runner, "B", B);
        assertThat(world.accepted).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void yesterdaysJournalAndOneUuidForBothContentsCostOneMoreDelivery(Capabilities server) {
        Runner runner = runner(server);
        Declared today = given(NAME, "B", FILE_UUID);
        runner.run(journal, given(NAME, "A", FILE_UUID));
        MemoryJournal yesterdays = copy(journal);
        pass(Duration.ofHours(20));
        runner.run(journal, today);
        journal = yesterdays;
        assertEndsAs(runner, "B", today);
        assertThat(world.accepted).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void yesterdaysJournalMayBelieveThatSomethingIsUnderwayThatArrivedLongAgo(Capabilities server) {
        Runner runner = runner(server);
        world.awake = false;
        runner.run(journal, A);
        MemoryJournal yesterdays = copy(journal);
        world.awake = true;
        pass(Duration.ofHours(20));
        runner.run(journal, B);
        journal = yesterdays;
        assertEndsAs(runner, "B", B);
        assertThat(world.listedContent(B.key())).contains("B");
        assertThat(journal.pending()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aMacEnrolledAnewGetsWhatItsQueueLostAfterTheCoolDown(Capabilities server) {
        Runner runner = runner(server);
        world.awake = false;
        runner.run(journal, A);
        pass(Duration.ofMinutes(5));
        world.enrollAnew();
        world.awake = true;
        runner.run(journal, A);
        assertThat(world.accepted).hasSize(1);
        pass(Duration.ofMinutes(30));
        assertEndsAs(runner, "A", A);
        assertThat(world.accepted).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anErasedMacHasNoJournalAndGetsEverythingAtOnce(Capabilities server) {
        Runner runner = runner(server);
        runner.run(journal, A);
        world.awake = false;
        runner.run(journal, B);
        pass(Duration.ofMinutes(5));
        world.enrollAnew();
        world.awake = true;
        journal = new MemoryJournal();
        runner.run(journal, B);
        assertEndsAs(runner, "B", B);
        assertThat(world.accepted).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void contentThatGoesThereAndBackBeforeTheMacWakesEndsAsDeclaredLast(Capabilities server) {
        Runner runner = runner(server);
        world.awake = false;
        runner.run(journal, A);
        runner.run(journal, B);
        runner.run(journal, A);
        world.awake = true;
        assertEndsAs(runner, "A", A);
        assertThat(world.accepted).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void contentThatGoesThereAndBackUnderOneUuidEndsAsDeclaredLast(Capabilities server) {
        Runner runner = runner(server);
        Declared first = given(NAME, "A", FILE_UUID);
        world.awake = false;
        runner.run(journal, first);
        runner.run(journal, given(NAME, "B", FILE_UUID));
        runner.run(journal, first);
        world.awake = true;
        assertEndsAs(runner, "A", first);
        assertThat(world.accepted).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void contentThatGoesThereAndBackWhileTheRunsAreKilledEndsAsDeclaredLast(Capabilities server) {
        Runner runner = runner(server);
        for (Declared declared : new Declared[] {A, B, A}) {
            runner.server.fates.add(FakeServer.Fate.KILLED_AFTER);
            assertKilled(runner, declared);
            pass(Duration.ofSeconds(1));
        }
        assertEndsAs(runner, "A", A);
    }

    private Runner runner(Capabilities capabilities) {
        return new Runner(world, new FakeServer(world, capabilities));
    }

    /** A few runs over two days that nothing disturbs; the last of them has nothing to do. */
    private void assertEndsAs(Runner runner, String content, Declared declared) {
        for (int run = 0; run < 6; run++) {
            pass(run < 4 ? Duration.ofSeconds(61) : Duration.ofHours(25));
            runner.run(journal, declared);
        }
        assertThat(runner.run(journal, declared).plan().steps())
                .extracting(Step::action)
                .containsOnly(Action.KEEP);
        assertThat(world.listedContent(declared.key())).contains(content);
    }

    private void assertKilled(Runner runner, Declared declared) {
        boolean killed = false;
        try {
            runner.run(journal, declared);
        } catch (Killed e) {
            killed = true;
        }
        assertThat(killed).isTrue();
    }

    private void pass(Duration span) {
        world.time.sleep(span);
    }

    private static MemoryJournal copy(Journal journal) {
        MemoryJournal copy = new MemoryJournal();
        ((MemoryJournal) journal).entries().forEach(copy::add);
        return copy;
    }
}
