// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A simulated Fleet for each test. */
abstract class FleetFixture {
    @TempDir
    Path folder;

    FleetStage fleet;

    @BeforeEach
    void start() {
        fleet = new FleetStage(folder);
    }

    @AfterEach
    void stop() {
        fleet.close();
    }
}
