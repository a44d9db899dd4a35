// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.PlistValue;
import java.util.List;
import java.util.Optional;

/** A configuration profile. */
public record Profile(PlistValue.Dict content, ProfileIdentifier identifier, Scope scope, List<Payload> payloads) {
    /** Its own top-level PayloadUUID, or nothing (content given as a Hash may lack it). */
    public Optional<String> findUuid() {
        return content.findText("PayloadUUID");
    }
}
