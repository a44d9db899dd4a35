// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.http.TestServer.Act;
import dev.cmdm.mdm.http.TestServer.Request;
import dev.cmdm.mdm.http.TestServer.Scene;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers as Jamf Pro is documented to: one object and its group at most; one Mac, number 12. */
final class FakeJamf implements Act {
    static final String MANAGEMENT_ID = "2db90ebf-ce9c-4078-b508-034c8ee3a060";
    static final String DATE = "Fri, 27 Nov 2026 08:00:00 GMT";

    private static final Pattern SCOPE = Pattern.compile("<scope>.*</scope>", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("<computer><id>([0-9]+)</id>");
    private static final String GROUP = "<computer_groups><computer_group><id>4</id><name>" + JamfFixture.NAME
            + "</name></computer_group></computer_groups>";

    /** Answers in place of the next ones to requests that begin so, such as {@code PUT }. */
    private final Map<String, Deque<Act>> instead = new HashMap<>();

    String udid = JamfFixture.UDID;
    String general = "\"managementId\":\"" + MANAGEMENT_ID + "\",\"remoteManagement\":{\"managed\":true}";
    String scope = "";
    String name = "";
    String groupName = "";
    String isSmart = "false";
    final Set<String> members = new TreeSet<>();
    String commands = "";
    String failed = "";

    /** Plays these for the next requests that begin so. */
    void instead(String start, Act... acts) {
        instead.computeIfAbsent(start, unused -> new ArrayDeque<>()).addAll(List.of(acts));
    }

    /** Has the object for its group, and the group with these members. */
    void has(String... joined) {
        hasFor(GROUP);
        groupName = name;
        members.addAll(List.of(joined));
    }

    /** Has the object for whom a scope says, such as {@code <computers/>}, beside its group. */
    void hasAlsoFor(String inside) {
        has();
        scope = "<scope>" + inside + GROUP + "</scope>";
    }

    /** Has the object for whom a scope says, and no group. */
    void hasFor(String inside) {
        name = JamfFixture.NAME.toString();
        scope = "<scope>" + inside + "</scope>";
    }

    void issued(String state, String dateSent) {
        commands = "{\"uuid\":\"x\",\"client\":{\"managementId\":\"" + MANAGEMENT_ID + "\"},\"commandState\":\"" + state
                + "\",\"commandType\":\"INSTALL_PROFILE\",\"dateSent\":\"" + dateSent + "\",\"profileId\":1}";
    }

    @Override
    public void play(Scene scene) throws IOException {
        Scene recorded = scene;
        Request request = recorded.read();
        for (Map.Entry<String, Deque<Act>> entry : instead.entrySet()) {
            if (request.line().startsWith(entry.getKey()) && !entry.getValue().isEmpty()) {
                entry.getValue().remove().play(scene);
                return;
            }
        }
        scene.write(answer(request.line(), request.text()));
    }

    /** Sends an answer to a request that was read already. */
    static Act saying(int status, String body) {
        return scene -> scene.write(message(status, "text/html", body));
    }

    /** Sends an answer and does something on the way. */
    Act doing(Runnable deed, int status) {
        return scene -> {
            deed.run();
            scene.write(
                    message(status, "text/xml", "<os_x_configuration_profile><id>1</id></os_x_configuration_profile>"));
        };
    }

    private byte[] answer(String line, String body) {
        String target = line.split(" ")[1];
        if (target.startsWith("/api/v1/oauth/token") || target.startsWith("/connect")) {
            return json("{\"access_token\":\"t-1\",\"token_type\":\"Bearer\",\"expires_in\":300}");
        } else if (target.startsWith("/api/v1/computers-inventory")) {
            return json(
                    "{\"totalCount\":1,\"results\":[{\"id\":\"12\",\"udid\":\"" + udid + "\",\"general\":{" + general
                            + "},\"groupMemberships\":[" + memberships()
                            + "],\"configurationProfiles\":[{\"displayName\":\"n\",\"profileIdentifier\":\"i\",\"uuid\":\"u\"}]}]}");
        } else if (target.startsWith("/api/v2/mdm/commands")) {
            return json("{\"totalCount\":1,\"results\":[" + commands + "]}");
        } else if (target.startsWith("/JSSResource/computerhistory")) {
            return xml("<computer_history><commands><failed>" + failed + "</failed></commands></computer_history>");
        }
        String method = line.split(" ")[0];
        return target.startsWith("/JSSResource/computergroups") ? group(method, body) : object(method, body);
    }

    private String memberships() {
        String other = "{\"groupId\":\"9\",\"groupName\":\"All Macs\",\"smartGroup\":true}";
        return members.contains("12") ? other + ",{\"groupId\":\"4\",\"smartGroup\":false}" : other;
    }

    private byte[] group(String method, String body) {
        Matcher id = ID.matcher(body);
        if (method.equals("POST")) {
            groupName = JamfFixture.NAME.toString();
        } else if (groupName.isEmpty()) {
            return message(404, "text/html", "<p>Not Found</p>");
        } else if (method.equals("PUT") && id.find()) {
            boolean unused = body.contains("additions") ? members.add(id.group(1)) : members.remove(id.group(1));
        }
        if (!method.equals("GET")) {
            return xml("<computer_group><id>4</id></computer_group>");
        }
        String listed = members.stream()
                .map(member -> "<computer><id>" + member + "</id></computer>")
                .collect(Collectors.joining());
        return xml("<computer_group><id>4</id><name>" + groupName + "</name><is_smart>" + isSmart
                + "</is_smart><computers>" + listed + "</computers></computer_group>");
    }

    private byte[] object(String method, String body) {
        if (method.equals("POST")) {
            name = JamfFixture.NAME.toString();
            Matcher sent = SCOPE.matcher(body);
            scope = sent.find() && sent.group().contains("<id>4</id>") ? "<scope>" + GROUP + "</scope>" : "<scope/>";
        } else if (name.isEmpty()) {
            return message(404, "text/html", "<p>Not Found</p>");
        }
        return xml(
                method.equals("GET")
                        ? "<os_x_configuration_profile><general><id>1</id><name>" + name
                                + "</name><payloads>&lt;plist/&gt;</payloads></general>"
                                + scope + "</os_x_configuration_profile>"
                        : "<os_x_configuration_profile><id>1</id></os_x_configuration_profile>");
    }

    private static byte[] json(String body) {
        return message(200, "application/json", body);
    }

    private static byte[] xml(String body) {
        return message(200, "text/xml", "<?xml version=\"1.0\"?>" + body);
    }

    private static byte[] message(int status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return ("HTTP/1.1 " + status + " S\r\nDate: " + DATE
                        + "\r\nSet-Cookie: jpro-ingress=node-7; Path=/\r\nContent-Type: " + type
                        + "\r\nContent-Length: " + bytes.length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }
}
