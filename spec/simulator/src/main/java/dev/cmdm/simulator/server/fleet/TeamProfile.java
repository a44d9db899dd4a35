// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/**
 * A configuration profile that the hosts of a team get.
 *
 * @param uuid its profile_uuid, which begins with an "a" for Apple
 * @param team 0 for the hosts without a team
 * @param name its PayloadDisplayName
 * @param scope which hosts of the team get it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of the wire; never compared, never changed
record TeamProfile(
        String uuid, int team, String name, String identifier, byte[] content, LabelScope scope, Instant uploaded) {
    ObjectNode json() {
        var described = GoJson.object()
                .put("profile_uuid", uuid)
                .put("team_id", team)
                .put("name", name)
                .put("platform", "darwin")
                .put("identifier", identifier)
                .put("checksum", Base64.getEncoder().encodeToString(md5()))
                .put("created_at", GoTime.text(uploaded))
                .put("uploaded_at", GoTime.text(uploaded));
        scope.describe(described);
        return described;
    }

    private byte[] md5() {
        try {
            return MessageDigest.getInstance("MD5").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
