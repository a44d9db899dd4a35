// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The schemas of the contract, as data beside both sides. */
final class Schemas {
    static final Path FOLDER = Path.of("../../spec/contract");
    static final Schema REQUEST = load("request.schema.json");
    static final Schema LINE = load("line.schema.json");

    private Schemas() {}

    static boolean accepts(Schema schema, String json) {
        return schema.validate(json, InputFormat.JSON).isEmpty();
    }

    static String complaints(Schema schema, byte[] json) {
        return schema.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON)
                .toString();
    }

    private static Schema load(String name) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(FOLDER.resolve(name)), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
