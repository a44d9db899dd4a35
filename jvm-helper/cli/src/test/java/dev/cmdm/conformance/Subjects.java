// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import dev.cmdm.cli.Simulator;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A simulated world with a server of each kind, and the Macs that trying it needs. */
final class Subjects {
    static final String PASSWORD = "kan/ri+en\"v<g&l 7Zq?";

    /** The Mac that most is tried with; one that leaves its server; one that comes back to it; one more. */
    static final List<String> MACS = List.of("main", "leaver", "returner", "other");

    private Subjects() {}

    static Simulator start() {
        List<String> servers = new ArrayList<>();
        List<String> macs = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            servers.add(server(subject));
            MACS.forEach(mac -> macs.add(mac(subject, mac)));
        }
        return Simulator.start("""
                {"servers": [%s],
                 "macs": [%s]}""".formatted(String.join(",\n", servers), String.join(",\n", macs)));
    }

    static String mac(Subject subject, int number) {
        return subject.word() + "-" + MACS.get(number);
    }

    private static String server(Subject subject) {
        return """
                {"name": "%s", "product": "%s", "apiKey": %s%s}""".formatted(
                        subject.word(),
                        subject.product().word(),
                        JsonMapper.shared().writeValueAsString(PASSWORD),
                        subject.fields().isEmpty() ? "" : ", " + subject.fields());
    }

    private static String mac(Subject subject, String mac) {
        int id = subject.ordinal() * 100 + MACS.indexOf(mac);
        return """
                {"name": "%s-%s", "serial": "C02XK1AB%04d", "udid": "8B3BB2B1-5F1B-4790-8A11-E3BF7472%04d",
                 "macos": "15.1", "asUid": 0, "enrollment": {"server": "%s", "approval": "user-approved"},
                 "checkInDelaySeconds": [0.1, 0.2], "listingLagSeconds": 0.1}""".formatted(subject.word(), mac, id, id, subject.word());
    }
}
