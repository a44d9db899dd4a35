// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.mdm.Delivery;

/** {@code DELETE /mdm/profiles/{id}}. (Omnissa, API documentation.) */
final class DeleteEndpoint {
    private static final int VERSION = 2;

    private final UemApi api;

    DeleteEndpoint(UemApi api) {
        this.api = api;
    }

    /** Deletes an object; one that is gone already is as it should be. */
    void delete(long id) throws NotTakenException {
        try {
            api.call("DELETE", "/mdm/profiles/" + id, VERSION, "");
        } catch (NotTakenException e) {
            if (!(e.delivery() instanceof Delivery.UnknownDevice)) {
                throw e.beforeTheCommand();
            }
        }
    }
}
