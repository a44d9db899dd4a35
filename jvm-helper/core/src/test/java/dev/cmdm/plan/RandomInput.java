// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Draws a case as a file of scenarios would hold it, odd ones more often than life does. */
final class RandomInput {
    private static final List<String> NAMES = List.of(
            "com.acme.a", "com.acme.b", "com.acme.c", "com.acme.d", "com.acme.mdm", "com.acme2.x", "org.other.y");
    private static final List<String> PAYLOADS = List.of(
            "com.apple.dock",
            "com.apple.dock",
            "com.apple.wifi.managed",
            "com.apple.TCC.configuration-profile-policy",
            "com.apple.mdm");
    private static final List<String> OWNERS = List.of("cli", "cli", "puppet", "chef:set");
    private static final List<String> UUIDS = List.of(
            "derived A", "derived B", "AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE", "6e95927c-f200-54b4-85c7-52ab99b61c47");

    private final Random random;

    RandomInput(long seed) {
        this.random = new Random(seed);
    }

    PlanInput draw() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(
                "mac",
                Map.of(
                        "macos", of("10.13.2", "10.15.7", "10.15.7", "11.0", "15.1"),
                        "enrollment", of("none", "mdm", "user-approved", "automated"),
                        "root", !rarely()));
        fields.put("server", of(List.of("none", "micromdm", "nanomdm", Map.of("limit", 1500, "signed", false))));
        fields.put("installed", some(this::installed));
        fields.put("desired", desired());
        fields.put(
                "pending",
                some(() -> Map.of(
                        "content", of("A", "B"),
                        "removal", random.nextBoolean(),
                        "sent", of("1 min", "40 min", "25 h"),
                        "answer", of("queued", "unanswered"))));
        fields.put(
                "records",
                some(() -> Map.of(
                        "uuid",
                        uuid(),
                        "content",
                        of("A", "B"),
                        "owner",
                        of(OWNERS),
                        "origin",
                        of("mdm", "local", "unknown"))));
        fields.put(
                "policy",
                Map.of(
                        "removal-limit", random.nextInt(4),
                        "removals-before", random.nextInt(2),
                        "allow-empty", rarely(),
                        "keep", rarely() ? List.of("com.acme.a") : List.of()));
        return ScenarioFile.input(fields);
    }

    private Map<String, Object> mac() {
        Map<String, Object> mac = new LinkedHashMap<>();
        mac.put("macos", of("10.13.2", "10.15.7", "10.15.7", "11.0", "15.1"));
        mac.put("enrollment", of("none", "mdm", "user-approved", "automated"));
        mac.put("root", !rarely());
        if (random.nextBoolean()) {
            mac.put("reached", of("1 h", "25 h"));
        }
        return mac;
    }

    private Map<String, Object> desired() {
        Map<String, Object> desired = new LinkedHashMap<>();
        desired.put("owner", of(OWNERS));
        if (random.nextBoolean()) {
            desired.put("complete", of("com.acme", "com.acme.mdm", "org.other"));
        }
        desired.put("profiles", some(this::declared));
        return desired;
    }

    private Map<String, Object> installed() {
        return Map.of("uuid", uuid(), "origin", of("mdm", "local", "unknown"), "payloads", List.of(of(PAYLOADS)));
    }

    private Map<String, Object> declared() {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("ensure", of("present", "present", "present", "absent"));
        entry.put("content", of("A", "B"));
        entry.put("channel", of("auto", "auto", "mdm", "local"));
        entry.put("payloads", List.of(of(PAYLOADS)));
        entry.put("size", of(List.of(1000, 1000, 2000)));
        entry.put("allow-cut", rarely());
        entry.put("broken", rarely());
        entry.put("replaces", rarely() ? List.of(of(NAMES)) : List.of());
        if (random.nextInt(3) == 0) {
            entry.put("signed", true);
            entry.put("uuid", of("AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE", "BBBBBBBB-BBBB-CCCC-DDDD-EEEEEEEEEEEE"));
        }
        return entry;
    }

    private String uuid() {
        return of(UUIDS);
    }

    private boolean rarely() {
        return random.nextInt(8) == 0;
    }

    private String of(String... words) {
        return of(List.of(words));
    }

    private <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private List<Object> some(Supplier<Map<String, Object>> entry) {
        List<Object> entries = new ArrayList<>();
        for (String name : NAMES) {
            if (random.nextBoolean()) {
                entries.add(Map.of(name, entry.get()));
            }
        }
        return entries;
    }
}
