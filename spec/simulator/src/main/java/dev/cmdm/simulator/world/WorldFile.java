// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.world;

import dev.cmdm.simulator.facts.Builds;
import dev.cmdm.simulator.facts.MacosVersion;
import dev.cmdm.simulator.json.Fields;
import dev.cmdm.simulator.mac.Approval;
import dev.cmdm.simulator.mac.MacSettings;
import dev.cmdm.simulator.mac.MacSettings.User;
import dev.cmdm.simulator.server.ServerSettings;
import dev.cmdm.simulator.world.World.EnrolledWith;
import dev.cmdm.simulator.world.World.Installed;
import dev.cmdm.simulator.world.World.Mac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads a world file. */
public final class WorldFile {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final Duration SHORTEST_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofMillis(2500);
    private static final Duration LISTING_LAG = Duration.ofMillis(300);
    private static final String USUAL_MODEL = "Mac14,2";
    private static final List<User> USUAL_USERS = List.of(new User("alice", 501));
    private static final int LAST_PORT = 65_535;

    private final Path folder;

    private WorldFile(Path folder) {
        this.folder = folder;
    }

    /**
     * The world in this file; paths in it are relative to the file's folder.
     *
     * @throws dev.cmdm.simulator.json.BadFieldException if the file is not a world; the message names the place
     */
    public static World read(Path file) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        return new WorldFile(folder).world(Fields.parse(file.getFileName().toString(), Files.readString(file)));
    }

    private World world(Fields fields) {
        List<ServerSettings> servers =
                fields.objects("servers").stream().map(WorldFile::server).toList();
        List<Mac> macs = fields.objects("macs").stream().map(this::mac).toList();
        World world = new World(port(fields, "controlPort"), servers, macs);
        requireDistinct(fields, "servers", servers, ServerSettings::name);
        requireDistinct(fields, "macs", macs, mac -> mac.settings().name());
        requireDistinct(fields, "macs", macs, mac -> mac.settings().udid().toUpperCase(Locale.ROOT));
        requireKnownServers(fields, world);
        fields.end();
        return world;
    }

    private static ServerSettings server(Fields fields) {
        name(fields);
        return ServerSettings.parse(fields.node());
    }

    private Mac mac(Fields fields) {
        Mac mac = new Mac(
                settings(fields),
                fields.findObject("enrollment").flatMap(WorldFile::enrollment),
                fields.objects("installed").stream().map(this::installed).toList(),
                fields.findInteger("asUid"));
        fields.end();
        return mac;
    }

    private static MacSettings settings(Fields fields) {
        MacosVersion macos = macos(fields);
        List<Duration> delays = fields.secondsList("checkInDelaySeconds");
        Duration shortest = delays.isEmpty() ? SHORTEST_DELAY : delays.get(0);
        Duration longest = delays.isEmpty() ? LONGEST_DELAY : delays.get(delays.size() - 1);
        if (shortest.isZero() || longest.compareTo(shortest) < 0) {
            throw fields.wrong("checkInDelaySeconds", "[shortest, longest] is expected, above 0 and in this order");
        }
        return new MacSettings(
                name(fields),
                fields.text("serial"),
                fields.text("udid"),
                macos,
                fields.findText("model").orElse(USUAL_MODEL),
                fields.findText("build").orElseGet(() -> Builds.of(macos)),
                fields.has("users")
                        ? fields.objects("users").stream().map(WorldFile::user).toList()
                        : USUAL_USERS,
                shortest,
                longest,
                fields.findSeconds("listingLagSeconds").orElse(LISTING_LAG));
    }

    private static MacosVersion macos(Fields fields) {
        try {
            return MacosVersion.of(fields.text("macos"));
        } catch (IllegalArgumentException e) {
            throw fields.wrong("macos", "a version such as 15.1 is expected");
        }
    }

    private static User user(Fields fields) {
        User user = new User(
                name(fields), fields.findInteger("uid").orElseThrow(() -> fields.wrong("uid", "a number is expected")));
        fields.end();
        return user;
    }

    private static Optional<EnrolledWith> enrollment(Fields fields) {
        Approval approval = fields.findWord(
                        "approval", Approval::find, "none, mdm, user-approved or automated is expected")
                .orElse(Approval.USER_APPROVED);
        Optional<String> server = fields.findText("server");
        fields.end();
        if (approval == Approval.NONE) {
            return Optional.empty();
        }
        return Optional.of(new EnrolledWith(
                server.orElseThrow(() -> fields.wrong("server", "the name of a server is expected")), approval));
    }

    private Installed installed(Fields fields) {
        fields.findWord("origin", WorldFile::localOrigin, "local is expected: only its MDM can install the rest");
        Installed installed = new Installed(folder.resolve(fields.text("file")), fields.findText("user"));
        fields.end();
        return installed;
    }

    private static Optional<String> localOrigin(String word) {
        return Optional.of(word).filter("local"::equals);
    }

    private static int port(Fields fields, String name) {
        int port = fields.findInteger(name).orElse(0);
        if (port < 0 || port > LAST_PORT) {
            throw fields.wrong(name, "a port number is expected, or 0 for any");
        }
        return port;
    }

    /** Names become folder names and parts of paths, so they hold nothing that means something there. */
    private static String name(Fields fields) {
        String name = fields.text("name");
        if (!NAME.matcher(name).matches()) {
            throw fields.wrong("name", "letters, digits, - and _ are expected, at most 64");
        }
        return name;
    }

    private static <T> void requireDistinct(Fields fields, String list, List<T> elements, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        for (T element : elements) {
            if (!seen.add(key.apply(element))) {
                throw fields.wrong(list, key.apply(element) + " is there twice");
            }
        }
    }

    private static void requireKnownServers(Fields fields, World world) {
        for (Mac mac : world.macs()) {
            Optional<String> server = mac.enrollment().map(EnrolledWith::server);
            if (server.isPresent()
                    && world.servers().stream().map(ServerSettings::name).noneMatch(server.get()::equals)) {
                throw fields.wrong(
                        "macs",
                        mac.settings().name() + " is enrolled with " + server.get()
                                + ", which is not among the servers");
            }
        }
    }
}
