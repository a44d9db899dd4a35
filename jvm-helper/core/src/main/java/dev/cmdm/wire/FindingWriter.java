// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.wire;

import dev.cmdm.lint.Finding;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes findings as the contract has them. */
final class FindingWriter {
    private FindingWriter() {}

    static void write(JsonGenerator json, List<Finding> findings) {
        json.writeArrayPropertyStart("findings");
        for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringProperty("code", finding.code());
            json.writeStringProperty("severity", finding.severity().word());
            json.writeStringProperty("identifier", finding.identifier());
            json.writeStringProperty("keyPath", finding.keyPath());
            json.writeNumberProperty("line", finding.line());
            json.writeStringProperty("message", finding.message());
            json.writeStringProperty("hint", finding.hint());
            json.writeStringProperty("source", finding.source());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
