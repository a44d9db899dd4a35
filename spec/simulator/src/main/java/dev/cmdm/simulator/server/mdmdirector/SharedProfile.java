// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import dev.cmdm.simulator.wire.GoJson;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/**
 * A profile for all Macs.
 *
 * @param upload the profile, rewritten twice
 * @param hash SHA-256 of the profile when it was rewritten once
 * @param installed whether it should be there
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of the wire; never compared, never changed
record SharedProfile(String id, Upload upload, byte[] hash, boolean installed) {
    SharedProfile unwanted() {
        return new SharedProfile(id, upload, hash, false);
    }

    ObjectNode json() {
        var encoder = Base64.getEncoder();
        return GoJson.object()
                .put("ID", id)
                .put("PayloadUUID", upload.payloadUuid())
                .put("HashedPayloadUUID", upload.hashedUuid())
                .put("PayloadIdentifier", upload.identifier())
                .put("MobileconfigData", encoder.encodeToString(upload.mobileconfig()))
                .put("MobileconfigHash", encoder.encodeToString(hash))
                .put("Installed", installed);
    }
}
