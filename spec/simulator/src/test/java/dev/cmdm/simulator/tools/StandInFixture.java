// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.tools;

import dev.cmdm.simulator.TestProfiles;
import dev.cmdm.simulator.listing.ListingFolder;
import dev.cmdm.simulator.mac.SimulatedMac;
import dev.cmdm.simulator.mac.Surroundings;
import dev.cmdm.simulator.mac.TestMacs;
import dev.cmdm.simulator.server.PushCenter;
import dev.cmdm.simulator.world.Effects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A Mac with a profile of the computer and one of alice, and its stand-ins. */
abstract class StandInFixture {
    static final String SYSTEM = "com.acme.sys tem";
    static final String OWN = "com.acme.own";

    @TempDir
    Path folder;

    private final Effects effects = Effects.real();
    Path root;
    ToolServer server;
    SimulatedMac mac;

    @BeforeEach
    void begin() throws Exception {
        root = folder.resolve("a Mac's root");
        server = new ToolServer(effects.workers());
    }

    @AfterEach
    void end() throws Exception {
        server.close();
        effects.close();
    }

    final void start(String macos, String uid) throws Exception {
        ToolFolder.write(root, TestMacs.settings(macos), server.port());
        Files.writeString(root.resolve("as-uid"), uid + "\n");
        Surroundings surroundings = new Surroundings(
                effects.clock(), effects.scheduler(), effects.secureRandom(), new PushCenter(), effects.http());
        mac = new SimulatedMac(
                TestMacs.settings(macos), surroundings, new ListingFolder(ToolFolder.listings(root)), line -> {});
        mac.start();
        server.add(mac);
        mac.installByHand(TestProfiles.bytes(SYSTEM), Optional.empty());
        byte[] own = TestProfiles.profile(OWN)
                .with("PayloadScope", "User")
                .with("PayloadUUID", "99999999-AAAA-3333-4444-555555555555")
                .xml();
        mac.installByHand(own, Optional.of("alice"));
    }

    final Tool.Result profiles(String command) throws Exception {
        return Tool.profiles(root, command.split(" "));
    }
}
