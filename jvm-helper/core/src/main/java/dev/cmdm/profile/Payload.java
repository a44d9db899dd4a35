// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.PlistValue;
import java.util.Optional;

/**
 * One payload: a direct element of the profile's PayloadContent. (Apple, CommonPayloadKeys.yaml.)
 * Apple requires type, identifier and UUID, real profiles leave them out.
 *
 * @param content all it holds
 */
public record Payload(PlistValue.Dict content) {
    /** The payload's PayloadType, or nothing when it is missing or no text. */
    public Optional<String> findType() {
        return content.findText(Keys.TYPE);
    }

    /** The payload's PayloadIdentifier, or nothing when it is missing or no text. */
    public Optional<String> findIdentifier() {
        return content.findText(Keys.IDENTIFIER);
    }

    /** The payload's PayloadUUID as written, or nothing when it is missing or no text. */
    public Optional<String> findUuid() {
        return content.findText(Keys.UUID);
    }

    /** Says nothing of the content, for it may be secret. */
    @Override
    public String toString() {
        return "a payload";
    }
}
