// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.world;

import dev.cmdm.simulator.mac.SimulatedMac;
import dev.cmdm.simulator.server.Product;
import dev.cmdm.simulator.server.SimulatedServer;
import dev.cmdm.simulator.tools.Tool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;

/** A running world, used over HTTP and by its stand-ins as others use it. */
public final class TestWorld implements AutoCloseable {
    private static final String API_KEY = "geheim";

    private final HttpClient http = HttpClient.newHttpClient();
    private final World world;
    private final Simulation simulation;
    private final CountDownLatch shutdown = new CountDownLatch(1);

    private TestWorld(Path folder, String json) throws Exception {
        Path file = Files.writeString(folder.resolve("world.json"), json.replace('\'', '"'));
        this.world = WorldFile.read(file);
        this.simulation = Simulation.start(world, folder.resolve("out"), Effects.real(), shutdown::countDown);
    }

    /** Starts the world of this JSON, in which ' may stand for ". */
    public static TestWorld start(Path folder, String json) throws Exception {
        return new TestWorld(folder, json);
    }

    /** A Mac mac1 that lives fast, with a server mdm of this product. */
    public static TestWorld enrolled(Path folder, String product) throws Exception {
        return start(
                folder,
                "{'servers':[{'name':'mdm','product':'" + product + "','apiKey':'" + API_KEY
                        + "','queueDelaySeconds':0.05}],"
                        + "'macs':[{'name':'mac1','serial':'C02XK1ABCDEF','udid':'8B3BB2B1-5F1B-4790-8A11-E3BF74726AD8',"
                        + "'macos':'15.1','asUid':0,'checkInDelaySeconds':[0.05,0.1],'listingLagSeconds':0.05,"
                        + "'enrollment':{'server':'mdm','approval':'user-approved'}}]}");
    }

    public SimulatedMac mac() {
        return simulation.macs().values().iterator().next();
    }

    public Path root() {
        return simulation.root(mac());
    }

    public SimulatedServer server() {
        return simulation.servers().values().iterator().next();
    }

    public CountDownLatch shutdown() {
        return shutdown;
    }

    public String profiles(String command) throws Exception {
        return Tool.profiles(root(), command.split(" ")).text();
    }

    /** Calls the control API. */
    public HttpResponse<String> control(String method, String path, String json) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(simulation.controlUrl() + path))
                .method(method, BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    /** Calls the server's API as this user. */
    public HttpResponse<String> api(String user, String method, String path, String json) throws Exception {
        String credential = Base64.getEncoder().encodeToString((user + ":" + API_KEY).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(server().url() + path))
                .header("Authorization", "Basic " + credential)
                .method(method, BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    /** Queues a command for the Mac. */
    public HttpResponse<String> enqueue(String commandUuid, String command) throws Exception {
        if (world.servers().get(0).product() == Product.FLEET) {
            return runByFleet(plist(commandUuid, command));
        }
        Api api = api();
        return api(api.user, api.method, api.path + mac().settings().udid(), plist(commandUuid, command));
    }

    private Api api() {
        return switch (world.servers().get(0).product()) {
            case MICROMDM -> new Api("POST", "/v1/commands/", "micromdm");
            case NANOMDM_FILEKV, NANOMDM_PGSQL -> new Api("PUT", "/v1/enqueue/", "nanomdm");
            case NANOHUB -> new Api("PUT", "/api/v1/nanomdm/enqueue/", "nanohub");
            case FLEET -> throw new IllegalStateException("Fleet is given its commands in JSON");
            case MDMDIRECTOR -> throw new IllegalArgumentException("MDMDirector takes profiles, not commands");
            case JAMF -> throw new IllegalStateException("Jamf Pro takes no command that carries a profile");
            case WORKSPACEONE -> throw new IllegalStateException("has an API of another kind");
        };
    }

    private HttpResponse<String> runByFleet(String plist) throws Exception {
        String base64 = Base64.getEncoder().encodeToString(plist.getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(server().url() + "/api/v1/fleet/commands/run"))
                .header("Authorization", "Bearer " + API_KEY)
                .POST(BodyPublishers.ofString("{\"command\":\"" + base64 + "\",\"host_uuids\":[\""
                        + mac().settings().udid() + "\"]}")));
    }

    /** How a server is given a command. */
    private record Api(String method, String path, String user) {}

    public HttpResponse<String> install(String commandUuid, byte[] profile) throws Exception {
        return enqueue(
                commandUuid,
                "<key>RequestType</key><string>InstallProfile</string><key>Payload</key><data>"
                        + Base64.getEncoder().encodeToString(profile) + "</data>");
    }

    public HttpResponse<String> remove(String commandUuid, String identifier) throws Exception {
        return enqueue(
                commandUuid,
                "<key>RequestType</key><string>RemoveProfile</string><key>Identifier</key><string>" + identifier
                        + "</string>");
    }

    /** How the Mac answered this command last, or nothing yet. */
    public String answerTo(String commandUuid) {
        return mac().commands().stream()
                .filter(command -> command.uuid().equals(commandUuid))
                .reduce((first, second) -> second)
                .map(command -> command.status())
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        simulation.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String plist(String commandUuid, String command) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\"><dict><key>Command</key><dict>"
                + command + "</dict><key>CommandUUID</key><string>" + commandUuid + "</string></dict></plist>";
    }
}
