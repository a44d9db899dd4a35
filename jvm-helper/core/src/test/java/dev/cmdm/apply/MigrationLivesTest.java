// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.apply.Runner.Declared;
import dev.cmdm.device.Device;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.journal.Journal;
import dev.cmdm.journal.MemoryJournal;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Migration;
import dev.cmdm.profile.ProfileKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random lives of a Mac on which people install copies of what is to come by MDM: killed anywhere, answers lost,
 * servers down, Macs asleep. A copy that was there is missing only while the journal knows of it, and in the end
 * what is declared is there.
 */
class MigrationLivesTest {
    private static final int LIVES = Integer.getInteger("cmdm.lives", 300);
    private static final List<String> NAMES = List.of("com.acme.a", "com.acme.b");

    @ParameterizedTest
    @CsvSource({"10, 15", "15, 1"})
    void noCopyIsLostInAMigration(int major, int minor) {
        for (long seed = 1; seed <= LIVES / 3; seed++) {
            new Life(seed, FakeServer.CHECKS_IDS, new MacOsVersion(major, minor, 0)).live();
            new Life(seed, FakeServer.TELLS_QUEUE, new MacOsVersion(major, minor, 0)).live();
        }
    }

    private static final class Life {
        private final long seed;
        private final Random random;
        private final World world = new World();
        private final FakeServer server;
        private final Runner runner;
        private final MemoryJournal journal = new MemoryJournal();
        private final List<String> story = new ArrayList<>();

        Life(long seed, Capabilities capabilities, MacOsVersion macos) {
            this.seed = seed;
            this.random = new Random(seed);
            this.server = new FakeServer(world, capabilities);
            this.runner = new Runner(world, server);
            Device device = world.device;
            world.device = new Device(device.serial(), device.udid(), macos, device.enrollment());
        }

        void live() {
            int runs = 4 + random.nextInt(12);
            for (int at = 0; at < runs; at++) {
                visit();
                trouble();
                run();
                world.time.sleep(Duration.ofSeconds(random.nextInt(3) == 0 ? 7200 : 1 + random.nextInt(200)));
            }
            settle();
        }

        /** Somebody installs a copy by hand where nothing of the MDM's stands. */
        private void visit() {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            ProfileKey key = Declared.key(name);
            if (random.nextInt(3) == 0 && journal.state().findRecord(key).isEmpty()) {
                world.installLocally(key, "old", "00000000-0000-4000-8000-00000000000A");
                story.add("by hand " + name);
            }
        }

        private void trouble() {
            world.awake = random.nextInt(3) > 0;
            world.checkInAfter = Duration.ofMillis(random.nextInt(3000));
            world.refusing = random.nextInt(8) == 0;
            server.down = random.nextInt(6) == 0;
            server.fates.clear();
            FakeServer.Fate[] fates = FakeServer.Fate.values();
            for (int at = 0; at < 6; at++) {
                server.fates.add(
                        random.nextInt(2) == 0 ? FakeServer.Fate.ANSWERED : fates[random.nextInt(fates.length)]);
            }
            runner.patience = Duration.ofSeconds(List.of(0, 5, 60).get(random.nextInt(3)));
            story.add("awake " + world.awake + ", refusing " + world.refusing + ", " + server.fates);
        }

        private void run() {
            Journal used = random.nextInt(3) == 0
                    ? new CrashingJournal(journal, random.nextInt(14), random.nextBoolean())
                    : journal;
            List<ProfileKey> before = there();
            try {
                story.add(runner.run(used, wishes()).outcomes().toString());
            } catch (Killed e) {
                story.add("killed");
            }
            before.stream()
                    .filter(key -> !there().contains(key))
                    .forEach(key -> assertThat(journal.state().migrations())
                            .as("%s of life %d: %s", key, seed, story)
                            .extracting(Migration::key)
                            .contains(key));
        }

        private List<ProfileKey> there() {
            return NAMES.stream()
                    .map(Declared::key)
                    .filter(key -> world.listedContent(key).isPresent())
                    .toList();
        }

        /** Sometimes only one of them is declared, as by another owner's run. */
        private Declared[] wishes() {
            int count = random.nextInt(4) == 0 ? 1 : NAMES.size();
            return NAMES.stream()
                    .limit(count)
                    .map(name -> Runner.present(name, "new"))
                    .toArray(Declared[]::new);
        }

        /** All is well again for long enough that everything may end. */
        private void settle() {
            world.awake = true;
            world.refusing = false;
            server.down = false;
            server.fates.clear();
            runner.patience = Duration.ofSeconds(60);
            Declared[] all =
                    NAMES.stream().map(name -> Runner.present(name, "new")).toArray(Declared[]::new);
            for (int at = 0; at < 12; at++) {
                world.time.sleep(Duration.ofSeconds(at < 4 || at % 2 == 1 ? 120 : 25 * 3600));
                story.add(runner.run(journal, all).outcomes().toString());
            }
            Runner.Ran last = runner.run(journal, all);
            assertThat(last.plan().steps())
                    .as("the last plan of life %d: %s", seed, story)
                    .allMatch(step -> step.action() == Action.KEEP);
            NAMES.forEach(name -> assertThat(world.listedContent(Declared.key(name)))
                    .as("%s of life %d: %s", name, seed, story)
                    .contains("new"));
            assertThat(journal.state().migrations())
                    .as("migrations of life %d: %s", seed, story)
                    .isEmpty();
            assertThat(runner.keep.keys()).isEmpty();
        }
    }
}
