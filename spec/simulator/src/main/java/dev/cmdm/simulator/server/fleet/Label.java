// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoTime;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A label, which a host has or has not.
 *
 * @param query what osquery would ask a host for it; empty for a manual one, which hosts are given by name
 * @param builtIn whether Fleet brought it; then every Mac has it
 */
record Label(int id, String name, String description, String query, boolean builtIn, Instant created) {
    boolean isManual() {
        return query.isEmpty();
    }

    ObjectNode json() {
        return GoJson.object()
                .put("created_at", GoTime.text(created))
                .put("updated_at", GoTime.text(created))
                .put("id", id)
                .put("name", name)
                .put("description", description)
                .put("query", query)
                .put("platform", "")
                .put("label_type", builtIn ? "builtin" : "regular")
                .put("label_membership_type", isManual() ? "manual" : "dynamic");
    }
}
