// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the caller may do, by the names of Jamf Pro's privileges; which of them /api/v1/auth lists for an API client is unconfirmed. */
final class Privileges {
    private static final String VIEW_COMMANDS = "View MDM command information in Jamf Pro API";
    private static final String SEND_COMMANDS = "Send MDM command information in Jamf Pro API";
    private static final String PROFILES = "macOS Configuration Profiles";
    private static final String GROUPS = "Static Computer Groups";

    private final Set<String> missing;

    Privileges(Set<String> missing) {
        this.missing = missing;
    }

    /** The privilege that the request needs and that its caller was not given. */
    Optional<String> findMissing(Request request) {
        return findNeeded(request.method(), request.path()).filter(missing::contains);
    }

    /** GET /api/v1/auth: who is calling, and with which privileges. */
    Reply account() {
        var body = GoJson.object();
        var account = body.putObject("account").put("username", "cmdm").put("privilegeSet", "CUSTOM");
        var listed = account.putObject("privilegesBySite").putArray("-1");
        all().filter(name -> !missing.contains(name)).forEach(listed::add);
        return JamfReplies.json(200, body);
    }

    private static Stream<String> all() {
        var objects = List.of("Create ", "Read ", "Update ", "Delete ").stream()
                .flatMap(verb -> Stream.of(verb + PROFILES, verb + GROUPS));
        return Stream.concat(objects, Stream.of("Read Computers", VIEW_COMMANDS, SEND_COMMANDS));
    }

    private static Optional<String> findNeeded(String method, String path) {
        if (path.startsWith("/JSSResource/osxconfigurationprofiles")) {
            return Optional.of(verb(method) + PROFILES);
        } else if (path.startsWith("/JSSResource/computergroups")) {
            return Optional.of(verb(method) + GROUPS);
        } else if (path.startsWith("/api/v2/mdm/")) {
            return Optional.of(method.equals("GET") ? VIEW_COMMANDS : SEND_COMMANDS);
        }
        boolean computers = path.startsWith("/api/v1/computers-inventory") || path.startsWith(HistoryEndpoint.PREFIX);
        return computers ? Optional.of("Read Computers") : Optional.empty();
    }

    private static String verb(String method) {
        return switch (method) {
            case "POST" -> "Create ";
            case "PUT" -> "Update ";
            case "DELETE" -> "Delete ";
            default -> "Read ";
        };
    }
}
