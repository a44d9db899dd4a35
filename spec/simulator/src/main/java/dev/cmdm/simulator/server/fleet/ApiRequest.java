// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.fault.Operation;
import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoPlist;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Request;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a request to Fleet's API is about, told without doing it. */
final class ApiRequest {
    static final String PROFILES = "configuration_profiles";
    static final Pattern LABELS_OF_HOST = Pattern.compile("hosts/([0-9]{1,9})/labels");
    static final Pattern HOSTS_OF_LABEL = Pattern.compile("labels/([0-9]{1,9})/hosts");
    static final Pattern RESEND = Pattern.compile("hosts/([0-9]{1,9})/" + PROFILES + "/([^/]+)/resend");
    private static final Pattern PREFIX = Pattern.compile("/api/(?:v1|latest)/fleet/(.*)");

    private ApiRequest() {}

    /** The path below the version; nothing for a path that is none of the API's. */
    static Optional<String> findPath(Request request) {
        var path = PREFIX.matcher(request.path());
        return path.matches() ? Optional.of(path.group(1)) : Optional.empty();
    }

    static Operation operationOf(Request request) {
        var path = findPath(request).orElse("");
        if (path.equals("commands/run") || isChangeOfProfiles(request, path) || isChangeOfHost(path)) {
            return Operation.ENQUEUE;
        }
        if (path.startsWith("labels") || path.startsWith(PROFILES)) {
            return Operation.PROFILES;
        }
        if (path.startsWith("hosts")) {
            return Operation.DEVICES;
        }
        return path.startsWith("commands") ? Operation.QUEUE : Operation.ANY;
    }

    static Optional<Command> findCommand(Request request) {
        var path = findPath(request).orElse("");
        if (path.equals("commands/run")) {
            return findBody(request).flatMap(ApiRequest::findBytes).flatMap(ApiRequest::findCommand);
        }
        return isChangeOfProfiles(request, path)
                ? Multipart.find(request).flatMap(form -> form.part("profile")).map(ApiRequest::upload)
                : Optional.empty();
    }

    /** The JSON that it brings; nothing if it brings none. */
    static Optional<JsonNode> findBody(Request request) {
        try {
            return Optional.of(GoJson.decode(request.body()));
        } catch (GoSyntaxException e) {
            return Optional.empty();
        }
    }

    /** The bytes of the command; padding is optional. */
    static Optional<byte[]> findBytes(JsonNode body) {
        var base64 = body.path("command").asString("").replaceAll("[\r\n]|=+$", "");
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The command that these bytes are; nothing if they are none that a Mac could be given. */
    static Optional<Command> findCommand(byte[] bytes) {
        try {
            return Optional.of(Command.of(GoPlist.any(bytes), bytes)).filter(command -> !command.isIncomplete());
        } catch (GoSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Command upload(byte[] profile) {
        return new Command("", "", Command.findProfileIdentifier(profile), profile);
    }

    private static boolean isChangeOfHost(String path) {
        return LABELS_OF_HOST.matcher(path).matches() || RESEND.matcher(path).matches();
    }

    private static boolean isChangeOfProfiles(Request request, String path) {
        return path.startsWith(PROFILES) && !request.method().equals("GET");
    }
}
