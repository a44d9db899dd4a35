// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0

import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.ProductSettings;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.ServerUrl;
import dev.cmdm.mdm.micromdm.MicroMdm;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.secret.Secret;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends profiles to many Macs of one MicroMDM from many threads of one process: {@code LoadRun URL PASSWORD MACS THREADS
 * PROFILES}. Each Mac is served by one thread, one command at a time, through an adapter of its own, as runs on the
 * Macs themselves would do it. Prints how many commands were queued, and the most memory that was in use.
 */
public final class LoadRun {
    private static final String PROFILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <plist version="1.0"><dict>
            <key>PayloadType</key><string>Configuration</string>
            <key>PayloadVersion</key><integer>1</integer>
            <key>PayloadIdentifier</key><string>%1$s</string>
            <key>PayloadUUID</key><string>%2$s</string>
            <key>PayloadContent</key><array><dict>
            <key>PayloadType</key><string>com.apple.screensaver</string>
            <key>PayloadVersion</key><integer>1</integer>
            <key>PayloadIdentifier</key><string>%1$s.settings</string>
            <key>PayloadUUID</key><string>%3$s</string>
            <key>idleTime</key><integer>600</integer>
            </dict></array></dict></plist>
            """;

    public static void main(String[] arguments) throws Exception {
        ServerUrl url = ServerUrl.parse(arguments[0]);
        Secret password = Secret.of(arguments[1]);
        int macs = Integer.parseInt(arguments[2]);
        int profiles = Integer.parseInt(arguments[4]);
        ExecutorService threads = Executors.newFixedThreadPool(Integer.parseInt(arguments[3]));
        List<Future<Integer>> served = new ArrayList<>();
        for (int mac = 0; mac < macs; mac++) {
            Device device = device(mac);
            served.add(threads.submit(() -> serve(url, password, device, profiles)));
        }
        int queued = 0;
        for (Future<Integer> one : served) {
            queued += one.get();
        }
        threads.shutdown();
        System.out.println("queued " + queued);
        System.out.println("peak " + peak());
    }

    private static int serve(ServerUrl url, Secret password, Device device, int profiles) {
        int queued = 0;
        try (MdmServer server =
                MicroMdm.PRODUCT.opener().open(new ServerAccess(url, password, NothingSet.INSTANCE, Instant::now))) {
            for (int n = 0; n < profiles; n++) {
                Delivery delivery = server.send(device, command("com.acme.load." + n));
                if (!(delivery instanceof Delivery.Queued)) {
                    throw new IllegalStateException(device.udid() + ": " + delivery);
                }
                queued++;
            }
        }
        return queued;
    }

    private static Command command(String identifier) {
        String profile = PROFILE.formatted(identifier, UUID.randomUUID(), UUID.randomUUID());
        Bytes content = new Bytes(profile.getBytes(StandardCharsets.UTF_8));
        return new Command(
                UUID.randomUUID().toString(),
                new Command.Request.InstallProfile(new ProfileIdentifier(identifier), content));
    }

    private static Device device(int number) {
        return new Device(
                "C02XK1L%05d".formatted(number),
                "8B3BB2B1-5F1B-4790-8A11-E3BF748%05d".formatted(number),
                new MacOsVersion(15, 1, 0),
                Enrollment.USER_APPROVED);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private enum NothingSet implements ProductSettings {
        INSTANCE;

        @Override
        public Optional<String> find(String word) {
            return Optional.empty();
        }

        @Override
        public Optional<Secret> findSecret(String word) {
            return Optional.empty();
        }
    }
}
