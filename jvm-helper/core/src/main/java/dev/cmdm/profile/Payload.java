// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.PlistValue;
import java.util.Optional;

/** One payload of a profile. */
public record Payload(PlistValue.Dict content) {
    /** Its PayloadType, or nothing. */
    public Optional<String> findType() {
        return content.findText("PayloadType");
    }

    /** Its PayloadIdentifier, or nothing. */
    public Optional<String> findIdentifier() {
        return content.findText("PayloadIdentifier");
    }

    /** Its PayloadUUID, or nothing. */
    public Optional<String> findUuid() {
        return content.findText("PayloadUUID");
    }
}
