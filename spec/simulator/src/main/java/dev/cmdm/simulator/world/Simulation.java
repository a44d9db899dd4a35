// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.world;

import dev.cmdm.simulator.control.ControlServer;
import dev.cmdm.simulator.control.MacRoutes;
import dev.cmdm.simulator.control.ServerRoutes;
import dev.cmdm.simulator.listing.ListingFolder;
import dev.cmdm.simulator.mac.NotPossibleException;
import dev.cmdm.simulator.mac.RefusedException;
import dev.cmdm.simulator.mac.SimulatedMac;
import dev.cmdm.simulator.mac.Surroundings;
import dev.cmdm.simulator.server.PushCenter;
import dev.cmdm.simulator.server.RequestLog;
import dev.cmdm.simulator.server.ServerSettings;
import dev.cmdm.simulator.server.ServerSurroundings;
import dev.cmdm.simulator.server.SimulatedServer;
import dev.cmdm.simulator.server.SimulatedServers;
import dev.cmdm.simulator.tools.ToolFolder;
import dev.cmdm.simulator.tools.ToolServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A running world: its servers, its Macs, and the API that controls them. Everything it writes is below one folder. */
public final class Simulation implements AutoCloseable {
    private final Path folder;
    private final Effects effects;
    private final PushCenter pushes = new PushCenter();
    private final Map<String, SimulatedServer> servers = new LinkedHashMap<>();
    private final Map<String, SimulatedMac> macs = new LinkedHashMap<>();
    private final ToolServer tools;
    private final ControlServer control;

    private Simulation(World world, Path folder, Effects effects, Runnable shutdown)
            throws IOException, InterruptedException, WorldException {
        this.folder = folder;
        this.effects = effects;
        this.tools = new ToolServer(effects.workers());
        for (ServerSettings settings : world.servers()) {
            addServer(settings);
        }
        for (World.Mac mac : world.macs()) {
            addMac(mac);
        }
        this.control = ControlServer.start(
                world.controlPort(),
                new MacRoutes(Collections.unmodifiableMap(macs), Collections.unmodifiableMap(servers)),
                new ServerRoutes(Collections.unmodifiableMap(servers)),
                shutdown,
                effects.workers());
    }

    /**
     * Starts everything; Macs that the world enrolls are enrolled when this returns.
     *
     * @param folder where it writes; made when missing
     * @param shutdown is run when the control API is told to end the program
     * @throws WorldException if a Mac cannot be what the world says it is
     */
    public static Simulation start(World world, Path folder, Effects effects, Runnable shutdown)
            throws IOException, InterruptedException, WorldException {
        return new Simulation(world, folder.toAbsolutePath().normalize(), effects, shutdown);
    }

    /** Where the control API is. */
    public URI controlUrl() {
        return control.url();
    }

    /** The folder that stands for this Mac's file system. */
    public Path root(SimulatedMac mac) {
        return folder.resolve("macs").resolve(mac.settings().name());
    }

    /** The Macs by name, in the order of the world file. */
    public Map<String, SimulatedMac> macs() {
        return Collections.unmodifiableMap(macs);
    }

    /** The servers by name, in the order of the world file. */
    public Map<String, SimulatedServer> servers() {
        return Collections.unmodifiableMap(servers);
    }

    /** Ends everything; the folders stay. */
    @Override
    public void close() throws IOException {
        control.close();
        try {
            effects.close();
        } finally {
            servers.values().forEach(SimulatedServer::close);
            tools.close();
        }
    }

    private void addServer(ServerSettings settings) throws IOException {
        Path home = Files.createDirectories(folder.resolve("servers").resolve(settings.name()));
        Path log = home.resolve("requests.log");
        // a log tells of one run, so that counting its lines means something
        Files.deleteIfExists(log);
        ServerSurroundings around = new ServerSurroundings(
                effects.clock(), effects.secureRandom(), effects.scheduler(), pushes, effects.http());
        servers.put(settings.name(), SimulatedServers.start(settings, around, RequestLog.at(log)));
    }

    private void addMac(World.Mac mac) throws IOException, InterruptedException, WorldException {
        String name = mac.settings().name();
        Path root = Files.createDirectories(folder.resolve("macs").resolve(name));
        ToolFolder.write(root, mac.settings(), tools.port());
        writeCaller(root, mac);
        SimulatedMac simulated = new SimulatedMac(
                mac.settings(),
                new Surroundings(effects.clock(), effects.scheduler(), effects.secureRandom(), pushes, effects.http()),
                new ListingFolder(ToolFolder.listings(root)),
                new LogFile(folder.resolve("macs").resolve(name + ".log")));
        simulated.start();
        tools.add(simulated);
        macs.put(name, simulated);
        populate(mac, simulated);
    }

    private static void writeCaller(Path root, World.Mac mac) throws IOException {
        Path file = root.resolve("as-uid");
        if (mac.asUid().isPresent()) {
            Files.writeString(file, mac.asUid().get() + "\n");
        } else {
            Files.deleteIfExists(file);
        }
    }

    private void populate(World.Mac mac, SimulatedMac simulated)
            throws IOException, InterruptedException, WorldException {
        String doing = "installing a profile";
        try {
            for (World.Installed installed : mac.installed()) {
                doing = "installing " + installed.file();
                simulated.installByHand(Files.readAllBytes(installed.file()), installed.user());
            }
            if (mac.enrollment().isPresent()) {
                World.EnrolledWith with = mac.enrollment().get();
                doing = "enrolling with " + with.server();
                simulated.enroll(server(with.server()), with.approval());
            }
        } catch (RefusedException | NotPossibleException | IOException e) {
            throw new WorldException(mac.settings().name(), doing, e);
        }
    }

    private SimulatedServer server(String name) throws NotPossibleException {
        SimulatedServer server = servers.get(name);
        if (server == null) {
            throw new NotPossibleException("there is no server " + name);
        }
        return server;
    }
}
