// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.ListingReader;
import dev.cmdm.process.ProcessCall;
import dev.cmdm.process.SystemProcessRunner;
import dev.cmdm.secret.Secret;
import dev.cmdm.secret.SecretSource;
import dev.cmdm.secret.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A real server with a real Mac, as system properties name them: {@code docs/conformance-suite.md}. */
final class RealBench extends Bench {
    private static final String PREFIX = "cmdm.conformance.";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Secret credential;

    private RealBench(Subject subject) {
        super(subject);
        this.credential = new Secrets(
                        System.getenv(), System.getProperty("user.name"), new SystemProcessRunner(), Path.of("/"))
                .read(SecretSource.parse(get("credential")));
    }

    static RealBench named() {
        return new RealBench(
                Subject.valueOf(get("server").toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    @Override
    String url() {
        return get("url");
    }

    @Override
    Secret credential() {
        return credential;
    }

    @Override
    Device device() {
        return new Device(get("serial"), get("udid"), new MacOsVersion(15, 0, 0), Enrollment.USER_APPROVED);
    }

    @Override
    Installed installed() {
        List<String> command = List.of(System.getProperty(PREFIX + "listing", "/usr/bin/profiles -P -o stdout-xml")
                .split(" +"));
        return ListingReader.read(
                new SystemProcessRunner().run(ProcessCall.of(command)).stdout(), true);
    }

    @Override
    void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to pass within " + PATIENCE.toMinutes() + " min: " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    SimulatedBench simulated() {
        throw new NotTriedException();
    }

    /** Settings of the product come as properties too: {@code cmdm.conformance.mdm.group}. */
    @Override
    Map<String, String> set() {
        Map<String, String> set = new TreeMap<>();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX + "mdm."))
                .forEach(name -> set.put(name.substring(PREFIX.length()), System.getProperty(name)));
        return set;
    }

    private static String get(String name) {
        String value = System.getProperty(PREFIX + name, "");
        if (value.isEmpty()) {
            throw new IllegalStateException(PREFIX + name + " is not set");
        }
        return value;
    }
}
