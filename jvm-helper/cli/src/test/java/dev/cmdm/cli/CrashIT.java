// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The shipped jar's process is killed again and again, at moments that seeds choose; after the next runs the table of
 * {@code docs/guarantees.md} holds: nothing that was sent is forgotten, nothing is lost that was on the Mac, no change
 * leads to more commands than the server's row allows, and in the end all is as declared.
 */
class CrashIT {
    /** Hundreds are worth their time after a change: {@code -Dcmdm.kills=300}. */
    private static final int KILLS = Integer.getInteger("cmdm.kills", 18);

    private static final int MACS = 3;
    private static final int RUNS = 40;
    private static final GuaranteeTable TABLE = new GuaranteeTable();
    private static final Map<Way, CompletableFuture<Void>> LIVES = new EnumMap<>(Way.class);

    /** By which way the profiles come. */
    enum Way {
        MICROMDM("MicroMDM", 2, Moment.WRITTEN, Moment.SENT, Moment.ANSWERED, Moment.WAITING),
        NANOMDM("NanoMDM", 1, Moment.WRITTEN, Moment.SENT, Moment.ANSWERED, Moment.WAITING),
        PROFILES("the profiles tool, macOS 10.15", 0, Moment.WRITTEN, Moment.CALLED);

        private final String words;
        private final int allowed;
        private final List<Moment> moments;

        Way(String words, int allowed, Moment... moments) {
            this.words = words;
            this.allowed = allowed;
            this.moments = List.of(moments);
        }

        String words() {
            return words;
        }

        /** How many commands to the MDM one change may lead to. */
        int allowed() {
            return allowed;
        }

        private CrashLife life(long seed) {
            if (this == PROFILES) {
                SimulatedMac mac = World.oldMac(World.MACOS_10_15);
                mac.watchTools();
                return new CrashLife(mac, LocalRouteIT.withoutMdm(mac), seed);
            }
            SimulatedMac mac = World.mac(World.Product.valueOf(name()));
            return new CrashLife(mac, new Shipped(mac), seed);
        }
    }

    @BeforeAll
    static void begin() {
        for (Way way : Way.values()) {
            List<CrashLife> lives = new ArrayList<>();
            for (int n = 0; n < MACS; n++) {
                lives.add(way.life(100L * way.ordinal() + n));
            }
            LIVES.put(way, CompletableFuture.runAsync(() -> live(way, lives), work -> new Thread(work).start()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void killedAtAnyMomentItKeepsItsGuarantee(Way way) {
        LIVES.get(way).join();
        assertThat(TABLE.kills(way)).isGreaterThanOrEqualTo(KILLS / Way.values().length);
    }

    @Test
    void thePageOfGuaranteesPromisesWhatIsTestedHere() throws IOException {
        assertThat(Files.readString(Path.of("../../docs/guarantees.md"))).contains(GuaranteeTable.promise());
    }

    @AfterAll
    static void writeTable() throws IOException {
        Files.writeString(Path.of("target/guarantees.md"), TABLE.seen());
    }

    private static void live(Way way, List<CrashLife> lives) {
        int turn = 0;
        while (TABLE.kills(way) < KILLS / Way.values().length) {
            for (CrashLife life : lives) {
                life.change();
                Moment moment = way.moments.get(turn++ % way.moments.size());
                for (int again = 0; again < 3; again++) {
                    if (life.kill(moment)) {
                        TABLE.killed(way, moment);
                    }
                }
            }
            settle(way, lives);
        }
    }

    /** MicroMDM tells that a command never arrived by two looks a minute apart: all the Macs wait for that together. */
    private static void settle(Way way, List<CrashLife> lives) {
        List<CrashLife> open = new ArrayList<>(lives);
        for (int run = 0; run < RUNS && !open.isEmpty(); run++) {
            open.removeIf(CrashLife::settles);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(open.isEmpty() ? 0 : 4));
        }
        assertThat(open).as("lives that did not end as declared").isEmpty();
        for (CrashLife life : lives) {
            int most = life.mostCommands();
            assertThat(most).as(life.toString()).isLessThanOrEqualTo(way.allowed());
            TABLE.commands(way, most);
        }
    }
}
