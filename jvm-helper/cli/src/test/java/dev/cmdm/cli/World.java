// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A simulator for many integration tests: a server of each product, and Macs of which each test takes fresh ones. Once
 * they are used up another one starts.
 */
final class World {
    enum Product {
        MICROMDM(24),
        NANOMDM(12),
        NANOHUB(12),
        MDMDIRECTOR(6),
        WORKSPACEONE(12),
        JAMF(12),
        FLEET(8);

        private final int macs;

        Product(int macs) {
            this.macs = macs;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String MACOS_10_13 = "10.13.2";
    static final String MACOS_10_15 = "10.15.7";
    private static final int OLD_MACS = 6;
    static final String PASSWORD = "kan/ri+en\"v<g&l 7Zq?";
    private static final JsonMapper JSON = JsonMapper.shared();

    private static Optional<World> shared = Optional.empty();

    private final Simulator simulator;
    private final Map<String, Integer> taken = new HashMap<>();

    private World(Simulator simulator) {
        this.simulator = simulator;
    }

    /** A Mac that no test has touched, enrolled at a server, beside an empty state folder. */
    static SimulatedMac mac(Product product) {
        return take(product, product.word(), product.macs);
    }

    /** A Mac that no test has touched and that no MDM manages, of a release that installs profiles by its own tool. */
    static SimulatedMac oldMac(String macos) {
        return take(Product.MICROMDM, oldName(macos), OLD_MACS);
    }

    /** Several such Macs, all at one and the same server. */
    static synchronized List<SimulatedMac> macs(Product product, int count) {
        World world = withRoom(product.word(), product.macs - count);
        List<SimulatedMac> macs =
                Stream.generate(() -> mac(product)).limit(count).toList();
        if (macs.stream().anyMatch(mac -> mac.world() != world)) {
            throw new IllegalStateException("another test took Macs meanwhile");
        }
        return macs;
    }

    private static synchronized World withRoom(String kind, int most) {
        World world = shared.filter(running -> running.taken.getOrDefault(kind, 0) <= most)
                .orElseGet(() -> new World(Simulator.start(description())));
        shared = Optional.of(world);
        return world;
    }

    /** The next of the Macs that are called alike. */
    private static synchronized SimulatedMac take(Product product, String kind, int many) {
        World world = withRoom(kind, many - 1);
        String name = kind + world.taken.merge(kind, 1, Integer::sum);
        return new SimulatedMac(world, product, name, world.simulator.mac(name));
    }

    /** A Mac that no test has touched, of macOS 10.15 and enrolled at a server. */
    static SimulatedMac enrolledOldMac(Product product) {
        return take(product, enrolledOldName(product), OLD_MACS);
    }

    private static String enrolledOldName(Product product) {
        return product.word() + "-old-";
    }

    private static String oldName(String macos) {
        return "old" + macos.replace('.', '-') + "-";
    }

    String url(Product product) {
        return simulator.url(product.word());
    }

    List<String> requests(Product product) {
        return simulator.requests(product.word());
    }

    void faults(Product product, String json) {
        put("/servers/" + product.word() + "/faults", json);
    }

    Path folder() {
        return simulator.folder();
    }

    JsonNode get(String path) {
        return simulator.get(path);
    }

    void put(String path, String json) {
        simulator.put(path, json);
    }

    void post(String path, String json) {
        simulator.post(path, json);
    }

    private static String description() {
        List<String> servers = new ArrayList<>();
        List<String> macs = new ArrayList<>();
        for (Product product : Product.values()) {
            servers.add(server(product));
            for (int n = 1; n <= product.macs; n++) {
                macs.add(mac(product, n));
            }
        }
        for (int n = 1; n <= OLD_MACS; n++) {
            macs.add(mac(enrolledOldName(Product.WORKSPACEONE) + n, 9300 + n, MACOS_10_15, Product.WORKSPACEONE));
        }
        for (String macos : List.of(MACOS_10_13, MACOS_10_15)) {
            for (int n = 1; n <= OLD_MACS; n++) {
                macs.add(oldMac(macos, n));
            }
        }
        return """
                {"servers": [%s],
                 "macs": [%s]}""".formatted(String.join(",\n", servers), String.join(",\n", macs));
    }

    private static String server(Product product) {
        return """
                {"name": "%s", "product": "%s", "apiKey": %s}""".formatted(product.word(), product.word(), JSON.writeValueAsString(PASSWORD));
    }

    private static String mac(Product product, int n) {
        return mac(product.word() + n, product.ordinal() * 1000 + n, "15.1", product);
    }

    private static String mac(String name, int id, String macos, Product product) {
        return """
                {"name": "%s", "serial": "C02XK1AB%04d", "udid": "8B3BB2B1-5F1B-4790-8A11-E3BF7472%04d",
                 "macos": "%s", "asUid": 0, "enrollment": {"server": "%s", "approval": "user-approved"},
                 "checkInDelaySeconds": [0.3, 0.6], "listingLagSeconds": 0.2}""".formatted(name, id, id, macos, product.word());
    }

    private static String oldMac(String macos, int n) {
        int id = macos.equals(MACOS_10_13) ? 8000 + n : 9000 + n;
        return """
                {"name": "%s", "serial": "C02XK1AB%04d", "udid": "8B3BB2B1-5F1B-4790-8A11-E3BF7472%04d",
                 "macos": "%s", "asUid": 0, "checkInDelaySeconds": [0.3, 0.6], "listingLagSeconds": 0.2}""".formatted(oldName(macos) + n, id, id, macos);
    }
}
