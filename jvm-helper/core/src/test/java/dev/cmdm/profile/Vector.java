// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.PlistValue.Dict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One vector of {@code spec/contract/fingerprint}; its README describes the fields. */
record Vector(JsonNode fields) {
    static final Path FOLDER = Path.of("../../spec/contract/fingerprint");

    static List<Vector> all() throws IOException {
        List<Vector> all = new ArrayList<>();
        JsonNode file = JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("vectors.json")));
        file.values().forEach(fields -> all.add(new Vector(fields)));
        return all;
    }

    String text(String field) {
        return fields.get(field).stringValue();
    }

    boolean has(String field) {
        return fields.has(field);
    }

    Dict declared() {
        return (Dict) ContractJson.read(fields.get("profile"));
    }

    Profile profile() {
        return profile(text("kind"), declared());
    }

    static Profile profile(String kind, Dict declared) {
        return kind.equals("content") ? Profile.fromContent(declared) : Values.file(declared);
    }

    List<String> payloadUuids() {
        return fields.get("payloadUuids").values().stream()
                .map(uuid -> uuid.isNull() ? "none" : uuid.stringValue())
                .toList();
    }

    /** The payload UUIDs under {@code derive}, in the words of the vectors. */
    static List<String> derivedUuids(Profile profile) {
        return Values.file(Stamp.content(profile, PayloadUuids.DERIVE)).payloads().stream()
                .map(payload -> payload.findUuid().orElse("none"))
                .toList();
    }

    @Override
    public String toString() {
        return text("name");
    }
}
