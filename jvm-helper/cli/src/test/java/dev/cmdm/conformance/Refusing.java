// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.secret.Secret;

/** What must not be taken for delivered. */
final class Refusing {
    private static final Device STRANGER = new Device(
            "C02STRANGER1",
            "99999999-5F1B-4790-8A11-E3BF74729999",
            new MacOsVersion(15, 1, 0),
            Enrollment.USER_APPROVED);
    private static final int LARGE = 3 * 1024 * 1024;

    private Refusing() {}

    static void unknownDevice(Bench bench) {
        try (MdmServer server = bench.open()) {
            Checks.is(
                    Delivery.UnknownDevice.class,
                    bench.install(server, STRANGER, "stranger", 1).delivery());
        }
    }

    static void notEnrolled(Bench bench) {
        SimulatedBench leaver = bench.simulated().other(1);
        leaver.unenroll();
        try (MdmServer server = leaver.open()) {
            assertThat(leaver.install(server, "leaver", 1).delivery())
                    .isInstanceOfAny(Delivery.NotEnrolled.class, Delivery.UnknownDevice.class);
        }
    }

    static void tooLarge(Bench bench) {
        try (MdmServer server = bench.open()) {
            Checks.is(Delivery.TooLarge.class, bench.installAsIs(server, "large", TestContent.large("large", LARGE)));
        }
    }

    static void wrongPassword(Bench bench) {
        String wrong = "wrong-canary-4711";
        try (MdmServer server = bench.open(bench.url(), Secret.of(wrong))) {
            Delivery delivery = bench.install(server, "wrong", 1).delivery();
            Checks.is(Delivery.AuthenticationRefused.class, delivery);
            assertThat(delivery.toString()).doesNotContain(wrong);
        }
    }
}
