// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import tools.jackson.databind.node.ObjectNode;

/** GET me and GET version: who calls, and what answers. */
final class Me {
    private Me() {}

    static Reply answer() {
        var body = GoJson.object();
        body.set("user", user("cmdm@example.com"));
        return FleetReplies.json(200, body);
    }

    static Reply version() {
        return FleetReplies.json(
                200, GoJson.object().put("version", "4.73.0").put("branch", "").put("revision", ""));
    }

    static ObjectNode user(String email) {
        var user = GoJson.object()
                .put("id", 1)
                .put("name", "cmdm")
                .put("email", email)
                .put("api_only", true)
                .put("global_role", "maintainer");
        user.putArray("teams");
        return user;
    }
}
