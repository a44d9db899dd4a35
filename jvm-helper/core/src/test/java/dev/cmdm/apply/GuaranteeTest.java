// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.apply.Runner.Declared;
import dev.cmdm.apply.Runner.Ran;
import dev.cmdm.journal.Journal;
import dev.cmdm.journal.MemoryJournal;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.ReasonCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Planner, observer and applier together over random lives of a Mac: killed anywhere, answers lost,
 * asleep, a listing that lags. Whatever happens, for each declared change the server takes one command
 * where it checks ids, and at most one more where it does not, or believes to have sent what it may have lost, and
 * then only while the listing still shows the old state; nothing is called done that the listing does not show; and in the end the Mac
 * is as declared.
 */
class GuaranteeTest {
    /** More are worth their time after a change: {@code -Dcmdm.lives=30000}. */
    private static final int LIVES = Integer.getInteger("cmdm.lives", 300);

    private static final List<String> NAMES = List.of("com.acme.a", "com.acme.b", "com.acme.c");
    private static final String FILE_UUID = "F11E0000-0000-4000-8000-000000000001";

    @ParameterizedTest
    @ValueSource(longs = {1, 20_000, 40_000})
    void holdsExactlyOnceWhereTheServerChecksIds(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + LIVES / 3; seed++) {
            new Life(seed, world -> new FakeServer(world, FakeServer.CHECKS_IDS), 1).live();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_000, 40_000})
    void holdsAtMostOneRepeatWhereItDoesNot(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + LIVES / 3; seed++) {
            new Life(seed, world -> new FakeServer(world, FakeServer.TELLS_QUEUE), 2).live();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_000, 40_000})
    void holdsExactlyOnceWhereTheServerChecksIdsAndTellsResults(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + LIVES / 3; seed++) {
            new Life(seed, world -> new FakeServer(world, FakeServer.CHECKS_IDS_AND_TELLS_RESULTS), 1).live();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_000, 40_000})
    void holdsAtMostOneRepeatWhereTheServerTellsResultsOnly(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + LIVES / 3; seed++) {
            new Life(seed, world -> new FakeServer(world, FakeServer.TELLS_RESULTS), 2).live();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_000, 40_000})
    void holdsAtMostOneRepeatWhereItComparesBytesAndMayHaveLostWhatItHoldsToHaveSent(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + LIVES / 3; seed++) {
            new Life(seed, FakeDirector::new, 2).live();
        }
    }

    private static final class Life {
        private final long seed;
        private final Random random;
        private final World world = new World();
        private final FakeServer server;
        private final Runner runner;
        private final MemoryJournal journal = new MemoryJournal();
        private final int allowed;
        private final Map<String, Optional<String>> declared = new HashMap<>();
        /** Where, among all commands that the server took, the present wish for a profile began. */
        private final Map<String, Integer> wishBegan = new HashMap<>();

        private final Map<String, Optional<String>> seenAs = new HashMap<>();
        private final List<String> story = new ArrayList<>();

        Life(long seed, Function<World, FakeServer> kind, int allowed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.server = kind.apply(world);
            this.runner = new Runner(world, server);
            this.allowed = allowed;
            runner.hearing = this::hear;
        }

        void live() {
            NAMES.forEach(name -> wish(name, Optional.of("A")));
            int runs = 4 + random.nextInt(12);
            for (int at = 0; at < runs; at++) {
                trouble();
                run();
                pass(random.nextInt(4) == 0 ? 3600 : 1 + random.nextInt(200));
                changeMind();
            }
            settle();
        }

        private void wish(String name, Optional<String> content) {
            if (!content.equals(declared.get(name))) {
                declared.put(name, content);
                wishBegan.put(name, world.accepted.size());
                story.add("wish " + name + " " + content);
            }
        }

        private void changeMind() {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            switch (random.nextInt(6)) {
                case 0 -> wish(name, Optional.of("A"));
                case 1 -> wish(name, Optional.of("B"));
                case 2 -> wish(name, Optional.empty());
                default -> story.add("same mind");
            }
        }

        private void trouble() {
            world.awake = random.nextInt(3) > 0;
            world.listingLag = Duration.ofSeconds(random.nextInt(3) == 0 ? random.nextInt(300) : 0);
            world.checkInAfter = Duration.ofMillis(random.nextInt(3000));
            world.unreadable = 0;
            server.fates.clear();
            FakeServer.Fate[] fates = FakeServer.Fate.values();
            for (int at = 0; at < 6; at++) {
                server.fates.add(
                        random.nextInt(2) == 0 ? FakeServer.Fate.ANSWERED : fates[random.nextInt(fates.length)]);
            }
            server.queueUnavailable = random.nextInt(6) == 0;
            runner.patience = Duration.ofSeconds(List.of(0, 5, 60).get(random.nextInt(3)));
            story.add("awake " + world.awake + ", lag " + world.listingLag + ", " + server.fates);
        }

        private void run() {
            Journal used = random.nextInt(3) == 0
                    ? new CrashingJournal(journal, random.nextInt(12), random.nextBoolean())
                    : journal;
            int before = world.accepted.size();
            try {
                check(runner.run(used, wishes()));
            } catch (Killed e) {
                story.add("killed");
            }
            count(before);
        }

        private Declared[] wishes() {
            return NAMES.stream()
                    .map(name -> declared.get(name)
                            .map(content -> name.endsWith("c")
                                    ? Runner.given(name, content, FILE_UUID)
                                    : Runner.present(name, content))
                            .orElseGet(() -> Runner.absent(name)))
                    .toArray(Declared[]::new);
        }

        private void check(Ran ran) {
            story.add(ran.outcomes().toString());
            ran.outcomes().stream()
                    .filter(outcome -> outcome.result() == Outcome.Result.DONE)
                    .forEach(outcome -> assertAsWished(outcome.stepId(), seenAs.get(outcome.stepId())));
            ran.plan().steps().stream()
                    .filter(step -> step.action() == Action.KEEP)
                    .filter(step -> step.reason().code() != ReasonCode.UUID_ONLY)
                    .forEach(step -> assertAsWished(
                            step.id(), Optional.ofNullable(ran.planned().get(Declared.key(step.id())))));
        }

        private void assertListed(String name) {
            assertAsWished(name, world.listedContent(Declared.key(name)));
        }

        private void assertAsWished(String name, Optional<String> listed) {
            assertThat(listed).as("%s of life %d: %s", name, seed, this).isEqualTo(declared.get(name));
        }

        /** Remembers what the listing stood for at the moment at which something was called seen. */
        private void hear(Progress.Event event) {
            if (event.kind() == Progress.Kind.SEEN) {
                seenAs.put(event.step(), world.listedContent(Declared.key(event.step())));
            }
        }

        private void count(int before) {
            for (int at = before; at < world.accepted.size(); at++) {
                World.Accepted taken = world.accepted.get(at);
                String name = taken.key().identifier().value();
                long sofar = world.accepted.subList(wishBegan.get(name), at + 1).stream()
                        .filter(other -> other.key().equals(taken.key()))
                        .filter(other -> other.content().equals(taken.content()))
                        .count();
                assertThat(sofar)
                        .as("commands for %s in life %d: %s", name, seed, this)
                        .isLessThanOrEqualTo(allowed);
                if (sofar > 1) {
                    assertThat(taken.listedThen())
                            .as("the repeat for %s in life %d: %s", name, seed, this)
                            .isNotEqualTo(declared.get(name));
                }
            }
            for (String name : NAMES) {
                if (world.listedContent(Declared.key(name)).equals(declared.get(name))) {
                    wishBegan.put(name, world.accepted.size());
                }
            }
        }

        private void pass(int seconds) {
            world.time.sleep(Duration.ofSeconds(seconds));
        }

        /** All is well again for long enough that everything may end. */
        private void settle() {
            world.awake = true;
            world.listingLag = Duration.ZERO;
            server.fates.clear();
            server.queueUnavailable = false;
            runner.patience = Duration.ofSeconds(60);
            for (int at = 0; at < 8; at++) {
                pass(at < 4 ? 120 : 25 * 3600);
                check(runner.run(journal, wishes()));
            }
            NAMES.forEach(this::assertListed);
            assertThat(runner.run(journal, wishes()).plan().steps())
                    .as("the last plan of life %d: %s", seed, this)
                    .allMatch(step -> step.action() == Action.KEEP);
        }

        @Override
        public String toString() {
            return String.join("\n", story);
        }
    }
}
