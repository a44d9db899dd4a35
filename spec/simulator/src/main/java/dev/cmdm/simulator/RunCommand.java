// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator;

import dev.cmdm.simulator.world.Effects;
import dev.cmdm.simulator.world.ReadyLine;
import dev.cmdm.simulator.world.Simulation;
import dev.cmdm.simulator.world.World;
import dev.cmdm.simulator.world.WorldFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a world until it is told to stop. */
@Command(
        name = "run",
        description = "Runs the servers and Macs of a world file until standard input ends, SIGTERM or POST /shutdown.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before call
final class RunCommand implements Callable<Integer> {
    private static final long CLOSING_SECONDS = 5;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--dir",
            required = true,
            paramLabel = "DIR",
            description = "Folder for everything that is written.")
    private Path folder;

    @Option(names = "--world", required = true, paramLabel = "FILE", description = "What to simulate, in JSON.")
    private Path worldFile;

    @Option(names = "--detach-stdin", description = "Go on when standard input ends.")
    private boolean detached;

    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public Integer call() throws Exception {
        World world = WorldFile.read(worldFile);
        Files.createDirectories(folder);
        Path ready = folder.resolve("ready.json");
        Files.deleteIfExists(ready);
        Runtime.getRuntime().addShutdownHook(new Thread(this::endBySignal, "terminator"));
        try (Simulation simulation = Simulation.start(world, folder, Effects.real(), end::countDown)) {
            announce(ready, ReadyLine.of(simulation));
            if (!detached) {
                endWith(System.in);
            }
            end.await();
        } finally {
            Files.deleteIfExists(ready);
            closed.countDown();
        }
        return 0;
    }

    private void announce(Path file, String line) throws IOException {
        Path fresh = file.resolveSibling(".ready.json.new");
        Files.writeString(fresh, line + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private void endWith(InputStream input) {
        Thread watcher = new Thread(() -> drain(input), "stdin");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** The machine ends the program as soon as its hooks are done, so this one waits for everything to be closed. */
    private void endBySignal() {
        end.countDown();
        try {
            if (!closed.await(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                spec.commandLine().getErr().println("cmdm-simulator: not everything could be closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain(InputStream input) {
        try (input) {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // an input that cannot be read has ended
        } finally {
            end.countDown();
        }
    }
}
