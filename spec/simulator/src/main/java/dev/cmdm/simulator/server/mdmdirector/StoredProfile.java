// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import dev.cmdm.simulator.wire.GoJson;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What MDMDirector wants of one profile on one Mac.
 *
 * @param upload the profile; nothing once it was deleted
 * @param installed whether it should be there, whatever is there
 */
record StoredProfile(String udid, String identifier, Optional<Upload> upload, boolean installed) {
    static StoredProfile wanted(String udid, Upload upload) {
        return new StoredProfile(udid, upload.identifier(), Optional.of(upload), true);
    }

    static StoredProfile unwanted(String udid, String identifier) {
        return new StoredProfile(udid, identifier, Optional.empty(), false);
    }

    boolean isUnwanted() {
        return !installed;
    }

    /** Whether just these bytes are already wanted. */
    boolean wants(Upload other) {
        return installed && hashedUuid().equals(other.hashedUuid());
    }

    String hashedUuid() {
        return upload.map(Upload::hashedUuid).orElse("");
    }

    ObjectNode json() {
        var json = GoJson.object()
                .put("PayloadUUID", upload.map(Upload::payloadUuid).orElse(""))
                .put("PayloadIdentifier", identifier)
                .put("HashedPayloadUUID", hashedUuid());
        putData(json, "MobileconfigData", upload.map(Upload::mobileconfig));
        putData(json, "MobileconfigHash", upload.map(Upload::hash));
        return json.put("DeviceUDID", udid).put("Installed", installed);
    }

    private static void putData(ObjectNode json, String field, Optional<byte[]> data) {
        data.ifPresentOrElse(
                bytes -> json.put(field, Base64.getEncoder().encodeToString(bytes)), () -> json.putNull(field));
    }
}
