// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.answer.BadRequestException;
import dev.cmdm.answer.Operation;
import dev.cmdm.answer.Request;
import dev.cmdm.answer.UnsupportedRequestException;
import dev.cmdm.desired.Owner;
import dev.cmdm.desired.Prefix;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.mdm.BadCommandException;
import dev.cmdm.mdm.Command.Request.Raw;
import dev.cmdm.mdm.GivenCommand;
import dev.cmdm.plist.Bytes;
import dev.cmdm.scaffold.Notation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one line of the contract as a request. */
public final class RequestReader {
    private static final int CONTRACT = 1;

    private RequestReader() {}

    /**
     * One line.
     *
     * @param open what to open a session with, only for {@link Operation#OPEN}
     * @param request everything else
     */
    public record Line(Request request, Map<String, String> open) {}

    /**
     * Reads a line.
     *
     * @throws BadRequestException when it is no request of the contract
     * @throws UnsupportedRequestException when it asks for what this helper cannot do
     */
    public static Line read(byte[] line) {
        JsonObject top = top(line);
        String id = id(top);
        try {
            return read(top, id);
        } catch (JsonObject.FieldException e) {
            throw new BadRequestException(id, message(e));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(id, message(e));
        }
    }

    private static Line read(JsonObject top, String id) {
        if (top.count("contract", 0) != CONTRACT) {
            throw new UnsupportedRequestException(id, "contract must be 1, the only one this helper speaks");
        }
        String word = top.findText("operation").orElseThrow(() -> top.wrong("operation", "a word such as plan"));
        Operation operation = Operation.find(word)
                .orElseThrow(() -> new UnsupportedRequestException(
                        id, "this helper has no such operation; it has " + operations()));
        Request request = new Request(
                id,
                operation,
                desired(top, operation),
                readings(top),
                top.findObject("options").map(RequestReader::options).orElse(Request.Options.DEFAULTS),
                arguments(top, operation));
        return new Line(
                request, top.findObject("config").map(SessionSettings::read).orElse(Map.of()));
    }

    private static JsonObject top(byte[] line) {
        try {
            if (JsonText.parse(line) instanceof Map<?, ?> map) {
                return new JsonObject(map, "");
            }
            throw new BadRequestException("", "the line must be a JSON object");
        } catch (JsonText.MalformedException e) {
            throw new BadRequestException("", "the line cannot be read: " + message(e));
        }
    }

    private static String id(JsonObject top) {
        try {
            return top.findText("id").orElseThrow(() -> top.wrong("id", "a string"));
        } catch (JsonObject.FieldException e) {
            throw new BadRequestException("", message(e));
        }
    }

    private static Optional<Request.Declared> desired(JsonObject top, Operation operation) {
        if (operation.needsDesired() && !top.has("desired")) {
            throw top.wrong("desired", "an object, for " + operation.word() + " needs one");
        }
        return top.findObject("desired").map(RequestReader::desired);
    }

    private static Request.Declared desired(JsonObject desired) {
        String owner = desired.findText("owner").orElseThrow(() -> desired.wrong("owner", "a string such as chef"));
        Optional<String> prefix = desired.findText("prefix");
        boolean complete = desired.flag("complete", false);
        if (!desired.has("profiles")) {
            throw desired.wrong("profiles", "a list of objects");
        }
        if (complete && prefix.isEmpty()) {
            throw desired.wrong("prefix", "a string such as com.acme, for the list is complete");
        }
        return new Request.Declared(
                new Owner(owner),
                prefix.filter(given -> complete).map(Prefix::new),
                desired.objects("profiles").stream()
                        .map(DeclarationReader::read)
                        .toList());
    }

    private static Request.Readings readings(JsonObject top) {
        Optional<JsonObject> installed = top.findObject("installed");
        return new Request.Readings(
                installed.flatMap(given -> given.findData("listing")).map(Bytes::new),
                installed.flatMap(given -> given.findData("verbose")).map(Bytes::new),
                top.findObject("device").map(DeviceReader::read),
                false);
    }

    private static Request.Options options(JsonObject options) {
        Request.Options defaults = Request.Options.DEFAULTS;
        return new Request.Options(
                mode(options),
                options.findCount("waitSeconds"),
                options.findText("planDigest").map(Request.Shown::here),
                Set.copyOf(options.texts("only")),
                options.findCount("removalLimit"),
                options.flag("allowEmpty", defaults.allowEmpty()),
                Set.copyOf(options.texts("keep")));
    }

    private static Request.Arguments arguments(JsonObject top, Operation operation) {
        Request.Arguments arguments = top.findObject("arguments")
                .map(given -> new Request.Arguments(
                        Set.copyOf(given.texts("identifiers")),
                        given.count("limit", Request.Arguments.NONE.limit()),
                        given.findText("macos").map(version -> macos(given, version)),
                        operation.needsImporting() ? Optional.of(importing(given)) : Optional.empty(),
                        operation.needsCommand() ? Optional.of(command(given)) : Optional.empty()))
                .orElse(Request.Arguments.NONE);
        if (operation.needsIdentifiers() && arguments.identifiers().isEmpty()) {
            throw top.wrong("arguments.identifiers", "a list of strings, for " + operation.word() + " needs one");
        }
        if (operation.needsImporting() && arguments.importing().isEmpty()) {
            throw top.wrong("arguments", "an object, for " + operation.word() + " needs one");
        }
        if (operation.needsCommand() && arguments.command().isEmpty()) {
            throw top.wrong("arguments", "an object, for " + operation.word() + " needs one");
        }
        return arguments;
    }

    private static Raw command(JsonObject arguments) {
        if (arguments.raw("command") instanceof Map<?, ?> fields) {
            try {
                return GivenCommand.of(PlistJson.dict(fields, arguments.at("command")));
            } catch (BadCommandException e) {
                throw arguments.wrong("command", "an object with a RequestType such as ProfileList");
            }
        }
        throw arguments.wrong("command", "an object with a RequestType such as ProfileList");
    }

    private static Request.Importing importing(JsonObject arguments) {
        Notation notation = arguments
                .findText("as")
                .flatMap(Notation::find)
                .orElseThrow(() -> arguments.wrong("as", "chef, puppet, hiera or files"));
        String folder = arguments
                .findText("folder")
                .filter(path -> path.startsWith("/"))
                .orElseThrow(() -> arguments.wrong("folder", "the absolute path of a folder"));
        return new Request.Importing(
                notation,
                Path.of(folder),
                arguments.flag("overwrite", false),
                arguments.findText("prefix").map(Prefix::new));
    }

    private static MacOsVersion macos(JsonObject arguments, String version) {
        return MacOsVersion.find(version).orElseThrow(() -> arguments.wrong("macos", "a version such as 15.1"));
    }

    private static Request.Mode mode(JsonObject options) {
        String word = options.text("mode", "enforce");
        return switch (word) {
            case "enforce" -> Request.Mode.ENFORCE;
            case "audit" -> Request.Mode.AUDIT;
            default -> throw options.wrong("mode", "enforce or audit");
        };
    }

    private static String operations() {
        return String.join(
                ", ", List.of(Operation.values()).stream().map(Operation::word).toList());
    }

    private static String message(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }
}
