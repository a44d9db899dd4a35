// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulator in a process of its own, which ends when this one does, because its input ends then. */
public final class Simulator {
    private static final Path JAR = Path.of("../../spec/simulator/target/cmdm-simulator.jar");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path folder;
    private final JsonNode ready;
    private final HttpClient client = HttpClient.newHttpClient();

    private Simulator(Path folder, JsonNode ready) {
        this.folder = folder;
        this.ready = ready;
    }

    /** A simulator of a world, described as its own README tells; everything is up when this returns. */
    public static Simulator start(String world) {
        try {
            Path folder = Files.createTempDirectory("cmdm-e2e").toRealPath();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            Path file = folder.resolve("world.json");
            Files.writeString(file, world);
            Process simulator = new ProcessBuilder(
                            java(), "-jar", JAR.toString(), "run", "--dir", folder + "/sim", "--world", file.toString())
                    .redirectError(folder.resolve("simulator.err").toFile())
                    .redirectOutput(folder.resolve("simulator.out").toFile())
                    .start();
            Path ready = folder.resolve("sim/ready.json");
            Until.isTrue("the simulator is ready", () -> Files.exists(ready) || !simulator.isAlive());
            if (!Files.exists(ready)) {
                throw new AssertionError(Files.readString(folder.resolve("simulator.err")));
            }
            return new Simulator(folder, JSON.readTree(Files.readString(ready)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder that is deleted when this process ends. */
    public Path folder() {
        return folder;
    }

    /** Where a server's API is. */
    public String url(String server) {
        return ready.path("servers").path(server).path("url").asString();
    }

    /** Root, UDID and serial number of a Mac. */
    public JsonNode mac(String name) {
        return ready.path("macs").path(name);
    }

    /** What was asked of a server's API so far, a line each. */
    public List<String> requests(String server) {
        try {
            return Files.readAllLines(
                    Path.of(ready.path("servers").path(server).path("log").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the control API. */
    public JsonNode get(String path) {
        return exchange(request(path).GET());
    }

    /** Sets something by the control API. */
    public void put(String path, String json) {
        exchange(request(path).PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Lets something happen by the control API. */
    public void post(String path, String json) {
        exchange(request(path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(ready.path("control").asString() + path));
    }

    private JsonNode exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // The simulator may still write there while it ends; a folder of the machine's temporary ones is left.
            return;
        }
    }
}
