// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import java.util.Random;
import java.util.function.BooleanSupplier;

/** When a run is killed: what the test waits for, and how long after it the signal comes at most. */
enum Moment {
    /** When a line of the journal was written. */
    WRITTEN("just after a line of the journal", 5_000) {
        @Override
        BooleanSupplier prepare(SimulatedMac mac, Shipped cmdm, Random random) {
            return lines(cmdm, 1 + random.nextInt(6));
        }
    },
    /** When the request has left, and the server takes its time. */
    SENT("with the request written and not answered", 400_000) {
        @Override
        BooleanSupplier prepare(SimulatedMac mac, Shipped cmdm, Random random) {
            mac.serverFaults("[{\"on\": \"enqueue\", \"times\": 1, \"do\": \"delay\", \"seconds\": 1}]");
            return lines(cmdm, 1);
        }

        @Override
        void restore(SimulatedMac mac) {
            mac.serverFaults("[]");
        }
    },
    /** When the server has queued a command. */
    ANSWERED("answered and not stored", 10_000) {
        @Override
        BooleanSupplier prepare(SimulatedMac mac, Shipped cmdm, Random random) {
            int before = requests(mac);
            return () -> requests(mac) > before;
        }
    },
    /** When it waits for a Mac that sleeps. */
    WAITING("in the middle of the wait", 1_500_000) {
        @Override
        BooleanSupplier prepare(SimulatedMac mac, Shipped cmdm, Random random) {
            mac.faults("{\"asleep\": true}");
            return lines(cmdm, 2);
        }

        @Override
        void restore(SimulatedMac mac) {
            mac.faults("{}");
        }
    },
    /** When Apple's own tool was called to install or remove something. */
    CALLED("while Apple's tool changes the Mac", 60_000) {
        @Override
        BooleanSupplier prepare(SimulatedMac mac, Shipped cmdm, Random random) {
            int before = changes(mac);
            int nth = 1 + random.nextInt(2);
            return () -> changes(mac) >= before + nth;
        }
    };

    private final String words;
    private final int delayMicros;

    Moment(String words, int delayMicros) {
        this.words = words;
        this.delayMicros = delayMicros;
    }

    String words() {
        return words;
    }

    int delayMicros() {
        return delayMicros;
    }

    /** Makes ready for a run that begins now; what it returns becomes true at the moment. */
    abstract BooleanSupplier prepare(SimulatedMac mac, Shipped cmdm, Random random);

    /** Makes all well again. */
    void restore(SimulatedMac mac) {
        // most need nothing
    }

    private static BooleanSupplier lines(Shipped cmdm, int more) {
        long before = cmdm.journal().lines().count();
        return () -> cmdm.journal().lines().count() >= before + more;
    }

    private static int requests(SimulatedMac mac) {
        return mac.sent("InstallProfile").size() + mac.sent("RemoveProfile").size();
    }

    private static int changes(SimulatedMac mac) {
        return mac.calls(" -I ").size() + mac.calls(" remove ").size();
    }
}
