// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.server.Apns;
import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import tools.jackson.databind.JsonNode;

/** POST /api/v2/mdm/blank-push, and pushes altogether; one that fails is no error of the command it was for. */
final class BlankPushEndpoint {
    private final Computers computers;
    private final Apns apns;

    BlankPushEndpoint(Computers computers, Apns apns) {
        this.computers = computers;
        this.apns = apns;
    }

    Reply answer(Request request) {
        try {
            var body = GoJson.object();
            var failed = body.putArray("errorUuids");
            for (JsonNode id :
                    GoJson.decode(request.body()).path("clientManagementIds").values()) {
                var computer = computers.findByManagementId(id.asString(""));
                if (computer.isEmpty() || !push(computer.get().device())) {
                    failed.add(id.asString(""));
                }
            }
            return JamfReplies.json(200, body);
        } catch (GoSyntaxException e) {
            return JamfReplies.apiError(400, "INVALID_JSON_FORMAT", e.words());
        }
    }

    /** Wakes a Mac; says whether it went out. */
    boolean push(Device device) {
        try {
            apns.push(device.token(), device.pushMagic());
            return true;
        } catch (Apns.UnreachableException e) {
            return false;
        }
    }
}
