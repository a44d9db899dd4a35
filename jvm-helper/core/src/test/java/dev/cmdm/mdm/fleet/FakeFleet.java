// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.http.TestServer.Act;
import dev.cmdm.mdm.http.TestServer.Request;
import dev.cmdm.mdm.http.TestServer.Scene;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Answers as Fleet is documented to: one team, one label and one object at most; one Mac, number 12. */
final class FakeFleet implements Act {
    static final String OBJECT = "a7f0c1d2-0000-4000-8000-000000000001";

    private static final String NO_LABEL = "Couldn't add labels. Labels not found: \\\"x\\\". All labels must exist.";

    /** Answers in place of the next ones to requests that begin so, such as {@code POST }. */
    private final Map<String, Deque<Act>> instead = new HashMap<>();

    String uuid = ProfilesFixture.UDID;
    String enrollment = "On (automatic)";
    /** The name of the label, empty for none. */
    String label = "";

    String labelKind = "manual";
    /** The name and the identifier of the object, empty for none. */
    String name = "";

    String identifier = "";
    /** Whom the object is for, as JSON. */
    String labels = "";
    /** What else the team has, as JSON. */
    final List<String> others = new ArrayList<>();

    final Set<String> hostLabels = new TreeSet<>(Set.of("All Hosts"));
    /** Which hosts have the label, as JSON. */
    String members = "";

    /** What the Mac has, as JSON. */
    String profiles = "";

    /** Plays these for the next requests that begin so. */
    void instead(String start, Act... acts) {
        instead.computeIfAbsent(start, unused -> new ArrayDeque<>()).addAll(List.of(acts));
    }

    /** Has the object for its label, which nobody has. */
    void has() {
        label = ProfilesFixture.NAME.toString();
        hasFor("\"labels_include_any\":[{\"id\":7,\"name\":\"" + label + "\"}]");
    }

    /** Has the object for whom these fields say. */
    void hasFor(String fields) {
        name = ProfilesFixture.NAME.toString();
        identifier = name;
        labels = fields;
    }

    /** The Mac has the label. */
    void hostHasLabel() {
        hostLabels.add(ProfilesFixture.NAME.toString());
    }

    /** The object stands so on the Mac. */
    void stands(String operation, String status, String detail) {
        profiles = "{\"profile_uuid\":\"" + OBJECT + "\",\"name\":\"" + ProfilesFixture.NAME
                + "\",\"operation_type\":\"" + operation + "\",\"status\":" + status + ",\"detail\":\"" + detail
                + "\"}";
    }

    @Override
    public void play(Scene scene) throws IOException {
        Request request = scene.read();
        for (Map.Entry<String, Deque<Act>> entry : instead.entrySet()) {
            if (request.line().startsWith(entry.getKey()) && !entry.getValue().isEmpty()) {
                entry.getValue().remove().play(scene);
                return;
            }
        }
        scene.write(answer(request.line(), request.text()));
    }

    /** Refuses a request that was read already. */
    static Act refusing(int status, String reason) {
        return scene -> scene.write(error(status, reason));
    }

    /** Answers a request that was read already with whatever. */
    static Act saying(int status, String body) {
        return scene -> scene.write(message(status, body));
    }

    /** Does something and answers that all is well. */
    static Act doing(Runnable deed) {
        return scene -> {
            deed.run();
            scene.write(message(200, "{}"));
        };
    }

    private byte[] answer(String line, String body) {
        String method = line.split(" ")[0];
        String path = line.split(" ")[1].replace("/api/v1/fleet/", "").replaceFirst("\\?.*", "");
        if (path.startsWith("hosts/identifier/")) {
            return message(200, host());
        } else if (path.startsWith("commands/results")) {
            return error(404, "MDMCommand was not found in the datastore");
        } else if (path.equals("labels")) {
            return labels(method);
        } else if (path.equals("labels/7/hosts")) {
            return message(200, "{\"hosts\":[" + members + "]}");
        } else if (path.equals("configuration_profiles")) {
            return profiles(method, body);
        } else if (path.equals("hosts/12/labels")) {
            return hostLabels(method, body);
        }
        return path.equals("hosts/12/configuration_profiles/" + OBJECT + "/resend")
                ? resent()
                : message(404, "404 page not found");
    }

    private String host() {
        String listed = hostLabels.stream()
                .map(name -> "{\"id\":7,\"name\":\"" + name + "\"}")
                .collect(Collectors.joining(","));
        return "{\"host\":{\"id\":12,\"team_id\":3,\"uuid\":\"" + uuid + "\",\"hardware_serial\":\"C02XK1ABCDEF\","
                + "\"labels\":[" + listed + "],\"mdm\":{\"enrollment_status\":\"" + enrollment + "\",\"profiles\":["
                + profiles + "]}}}";
    }

    private byte[] labels(String method) {
        if (method.equals("GET")) {
            String own = label.isEmpty()
                    ? ""
                    : ",{\"id\":7,\"name\":\"" + label + "\",\"label_membership_type\":\"" + labelKind + "\"}";
            return message(
                    200,
                    "{\"labels\":[{\"id\":1,\"name\":\"All Hosts\",\"label_membership_type\":\"dynamic\"}" + own
                            + "]}");
        } else if (!label.isEmpty()) {
            return error(409, "Error 1062: Duplicate entry for key 'labels.idx_label_unique_name'");
        }
        label = ProfilesFixture.NAME.toString();
        return message(200, "{\"label\":{\"id\":7}}");
    }

    private byte[] profiles(String method, String body) {
        if (method.equals("GET")) {
            List<String> all = new ArrayList<>(others);
            if (!name.isEmpty()) {
                all.add("{\"profile_uuid\":\"" + OBJECT + "\",\"team_id\":3,\"name\":\"" + name + "\",\"identifier\":\""
                        + identifier + "\"" + (labels.isEmpty() ? "" : "," + labels) + "}");
            }
            return message(200, "{\"profiles\":[" + String.join(",", all) + "],\"meta\":{\"has_next_results\":false}}");
        } else if (!name.isEmpty()) {
            return error(409, "Couldn't add. A configuration profile with this name already exists.");
        } else if (label.isEmpty() || !body.contains("name=\"labels_include_any\"\r\n\r\n" + label + "\r\n")) {
            return error(400, "some or all the labels provided don't exist");
        }
        has();
        return message(200, "{\"profile_uuid\":\"" + OBJECT + "\"}");
    }

    private byte[] hostLabels(String method, String body) {
        if (label.isEmpty() || !body.equals("{\"labels\":[\"" + label + "\"]}")) {
            return error(400, NO_LABEL);
        }
        boolean unused = method.equals("POST") ? hostLabels.add(label) : hostLabels.remove(label);
        return message(200, "{}");
    }

    private byte[] resent() {
        stands("install", "\"pending\"", "");
        return message(202, "{}");
    }

    private static byte[] error(int status, String reason) {
        return message(
                status,
                "{\"message\":\"Validation Failed\",\"errors\":[{\"name\":\"base\",\"reason\":\"" + reason + "\"}]}");
    }

    private static byte[] message(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return ("HTTP/1.1 " + status + " S\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }
}
