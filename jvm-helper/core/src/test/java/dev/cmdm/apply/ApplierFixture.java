// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.journal.MemoryJournal;
import dev.cmdm.mdm.Capabilities;

/** A simulated Mac, a journal, and runs on it one after another. */
abstract class ApplierFixture {
    static final String A = "com.acme.a";
    static final String B = "com.acme.b";
    static final String C = "com.acme.c";
    static final String FILE_UUID = "F11E0000-0000-4000-8000-000000000001";

    final World world = new World();
    MemoryJournal journal = new MemoryJournal();
    Runner runner = runner(FakeServer.TELLS_QUEUE);

    final Runner runner(Capabilities capabilities) {
        return new Runner(world, new FakeServer(world, capabilities));
    }
}
