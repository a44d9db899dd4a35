// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

import com.dd.plist.NSData;
import com.dd.plist.NSDictionary;
import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.wire.GoBase64;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command that was given as a flat JSON object to POST /v1/commands. Of MicroMDM's request types these three are
 * simulated; all others are unknown here.
 *
 * @param uuid its CommandUUID
 * @param requestType InstallProfile, RemoveProfile or ProfileList
 * @param payload the profile to install, in base64 without line breaks
 * @param identifier identifier of the profile to remove
 */
record StructuredCommand(String uuid, String requestType, Optional<String> payload, Optional<String> identifier) {
    private static final String PLIST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0"><dict><key>Command</key><dict>%s%s<key>RequestType</key><string>%s</string></dict>\
            <key>CommandUUID</key><string>%s</string></dict></plist>
            """;

    /**
     * Reads a request.
     *
     * @param freshUuid yields the CommandUUID if the request has none
     */
    static StructuredCommand read(JsonNode request, Supplier<String> freshUuid) throws BadCommandException {
        var type = text(request, "request_type");
        if (text(request, "udid").isEmpty() || type.isEmpty()) {
            throw new BadCommandException("request must contain UDID of the device");
        }
        var uuid = Optional.of(text(request, "command_uuid"))
                .filter(given -> !given.isEmpty())
                .orElseGet(freshUuid);
        return switch (type) {
            case "InstallProfile" ->
                new StructuredCommand(uuid, type, Optional.of(payload(text(request, "payload"))), Optional.empty());
            case "RemoveProfile" ->
                new StructuredCommand(uuid, type, Optional.empty(), Optional.of(text(request, "identifier")));
            case "ProfileList" -> new StructuredCommand(uuid, type, Optional.empty(), Optional.empty());
            default -> throw new BadCommandException("mdm: unknown RequestType: " + type);
        };
    }

    /** Its JSON, as the answer repeats it. */
    ObjectNode json() {
        var command = GoJson.object().put("request_type", requestType);
        payload.ifPresent(data -> command.put("payload", data));
        identifier.ifPresent(name -> command.put("identifier", name));
        var described = GoJson.object().put("command_uuid", uuid);
        described.set("command", command);
        return described;
    }

    /** The property list that the Mac will get: on one line, the command's keys in order of the alphabet. */
    byte[] plist() {
        var removed = identifier.map(name -> "<key>Identifier</key><string>" + escaped(name) + "</string>");
        var installed = payload.map(data -> "<key>Payload</key><data>" + data + "</data>");
        return PLIST.formatted(removed.orElse(""), installed.orElse(""), requestType, escaped(uuid))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The same command in the form that all servers share. */
    Command asCommand() {
        var dictionary = new NSDictionary();
        var command = new NSDictionary();
        command.put("RequestType", requestType);
        identifier.ifPresent(name -> command.put("Identifier", name));
        payload.ifPresent(
                data -> command.put("Payload", new NSData(Base64.getDecoder().decode(data))));
        dictionary.put("Command", command);
        dictionary.put("CommandUUID", uuid);
        return Command.of(dictionary, plist());
    }

    private static String payload(String base64) throws BadCommandException {
        try {
            return Base64.getEncoder().encodeToString(GoBase64.decode(base64));
        } catch (GoSyntaxException e) {
            throw new BadCommandException("mdm: unmarshal InstallProfile command json: " + e.words());
        }
    }

    private static String text(JsonNode request, String field) {
        return request.path(field).asString("");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }
}
