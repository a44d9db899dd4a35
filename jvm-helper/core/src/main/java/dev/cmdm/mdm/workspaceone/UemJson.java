// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The bodies that Workspace ONE is sent. */
final class UemJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private UemJson() {}

    /** The body of a custom command. */
    static String command(String commandXml) {
        return object(json -> json.writeStringProperty("CommandXml", commandXml));
    }

    /** The body that names a Mac. */
    static String device(String serial) {
        return object(json -> json.writeStringProperty("SerialNumber", serial));
    }

    /**
     * The body that makes an object for macOS.
     *
     * @param payloads payload dictionaries as XML
     */
    static String profile(String name, long group, long smartGroup, List<String> payloads) {
        return object(json -> {
            json.writeObjectPropertyStart("General");
            json.writeStringProperty("Name", name);
            json.writeStringProperty("Description", "Made by cmdm; the name tells what is inside");
            json.writeStringProperty("ProfileContext", "Device");
            json.writeStringProperty("AssignmentType", "Optional");
            json.writeNumberProperty("ManagedLocationGroupID", group);
            json.writeStringProperty("ProfileScope", "Production");
            json.writeBooleanProperty("IsActive", true);
            json.writeArrayPropertyStart("AssignedSmartGroups");
            json.writeStartObject();
            json.writeNumberProperty("SmartGroupId", smartGroup);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeArrayPropertyStart("CustomSettingsList");
            payloads.forEach(payload -> {
                json.writeStartObject();
                json.writeStringProperty("CustomSettings", payload);
                json.writeEndObject();
            });
            json.writeEndArray();
        });
    }

    private static String object(Consumer<JsonGenerator> fields) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            fields.accept(json);
            json.writeEndObject();
        }
        return out.toString();
    }
}
