// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.installed.Assigned;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmServer;
import java.util.Optional;

/** Profiles come and go. */
final class Delivering {
    private Delivering() {}

    static void installs(Bench bench) {
        try (MdmServer server = bench.open()) {
            bench.installed(server, "install", 1);
        }
    }

    /** Where a server brings each content in an object of its own, the one before goes when the new one is there. */
    static void replaces(Bench bench) {
        try (MdmServer server = bench.open()) {
            Sent first = bench.installed(server, "replace", 1);
            bench.installed(server, "replace", 2);
            bench.copies("replace").stream()
                    .filter(copy -> copy.hasUuid(first.uuid()))
                    .forEach(old -> Checks.queued(take(bench, server, old)));
            bench.until("one copy is left", () -> bench.copies("replace").size() == 1);
            assertThat(bench.has("replace", first.uuid())).isFalse();
        }
    }

    static void removes(Bench bench) {
        try (MdmServer server = bench.open()) {
            bench.installed(server, "remove", 1);
            Checks.queued(take(bench, server, bench.copies("remove").get(0)));
            bench.until("it is gone", () -> bench.lacks("remove"));
        }
    }

    static void removesWhatIsAbsent(Bench bench) {
        try (MdmServer server = bench.open()) {
            assertThat(bench.remove(server, "absent"))
                    .isNotInstanceOfAny(
                            Delivery.Lost.class, Delivery.Unreachable.class, Delivery.AuthenticationRefused.class);
            bench.installed(server, "after-absent", 1);
        }
    }

    private static Delivery take(Bench bench, MdmServer server, InstalledProfile copy) {
        Optional<Assigned> object = copy.assigned();
        return server.send(
                bench.device(),
                new Command(
                        Bench.id(),
                        new Command.Request.RemoveProfile(copy.listedKey().identifier(), object.map(Assigned::name))));
    }
}
