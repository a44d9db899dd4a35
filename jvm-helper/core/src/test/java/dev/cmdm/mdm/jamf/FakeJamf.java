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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers as Jamf Pro is documented to: one object at most, whose scope is kept as it was sent; one Mac, number 12. */
final class FakeJamf implements Act {
    static final String MANAGEMENT_ID = "2db90ebf-ce9c-4078-b508-034c8ee3a060";
    static final String DATE = "Fri, 27 Nov 2026 08:00:00 GMT";

    private static final Pattern SCOPE = Pattern.compile("<scope>.*</scope>", Pattern.DOTALL);

    /** Answers in place of the next ones to requests that begin so, such as {@code PUT }. */
    private final Map<String, Deque<Act>> instead = new HashMap<>();

    String udid = JamfFixture.UDID;
    String general = "\"managementId\":\"" + MANAGEMENT_ID + "\",\"remoteManagement\":{\"managed\":true}";
    String scope = "";
    String name = "";
    String members = "";
    String commands = "";
    String failed = "";

    /** Plays these for the next requests that begin so. */
    void instead(String start, Act... acts) {
        instead.computeIfAbsent(start, unused -> new ArrayDeque<>()).addAll(java.util.List.of(acts));
    }

    /** Has an object of this name and scope, such as {@code <computers/>}. */
    void has(String object, String inside) {
        name = object;
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
                            + "},\"configurationProfiles\":[{\"displayName\":\"n\",\"profileIdentifier\":\"i\",\"uuid\":\"u\"}]}]}");
        } else if (target.startsWith("/api/v2/mdm/commands")) {
            return json("{\"totalCount\":1,\"results\":[" + commands + "]}");
        } else if (target.startsWith("/JSSResource/computerhistory")) {
            return xml("<computer_history><commands><failed>" + failed + "</failed></commands></computer_history>");
        } else if (target.startsWith("/JSSResource/computergroups")) {
            return group(line, body);
        }
        return object(line.split(" ")[0], body);
    }

    private byte[] group(String line, String body) {
        Matcher id = Pattern.compile("<id>([0-9]+)</id>").matcher(body);
        if (line.startsWith("PUT") && id.find()) {
            members = body.contains("additions") ? "<computer><id>" + id.group(1) + "</id></computer>" : "";
        }
        return xml("<computer_group><id>4</id><computers>" + members + "</computers></computer_group>");
    }

    private byte[] object(String method, String body) {
        if (method.equals("POST")) {
            name = "made";
        } else if (name.isEmpty()) {
            return message(404, "text/html", "<p>Not Found</p>");
        }
        Matcher sent = SCOPE.matcher(body);
        if (sent.find()) {
            scope = sent.group();
        }
        if (method.equals("DELETE")) {
            name = "";
        }
        return xml(
                method.equals("GET")
                        ? "<os_x_configuration_profile><general><id>1</id><name>x</name><payloads>&lt;plist/&gt;</payloads></general>"
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
