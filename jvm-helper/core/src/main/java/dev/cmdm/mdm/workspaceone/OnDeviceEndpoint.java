// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.mdm.Delivery;
import java.util.Optional;

/**
 * {@code POST /mdm/profiles/{id}/install} and {@code …/remove}, for one Mac by its serial number; both only queue. The
 * object must be assigned to that Mac. (Omnissa, API documentation.)
 */
final class OnDeviceEndpoint {
    private static final int VERSION = 1;

    private final UemApi api;

    OnDeviceEndpoint(UemApi api) {
        this.api = api;
    }

    Delivery install(long id, String serial) {
        return queue(id, "install", serial);
    }

    Delivery remove(long id, String serial) {
        return queue(id, "remove", serial);
    }

    private Delivery queue(long id, String verb, String serial) {
        try {
            api.call("POST", "/mdm/profiles/" + id + "/" + verb, VERSION, UemJson.device(serial));
            return new Delivery.Queued(Optional.empty());
        } catch (NotTakenException e) {
            return e.delivery();
        }
    }
}
