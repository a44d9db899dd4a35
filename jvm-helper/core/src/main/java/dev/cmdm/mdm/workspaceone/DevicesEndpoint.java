// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.Json;
import java.util.Locale;
import java.util.Optional;

/** {@code GET /mdm/devices}: a Mac by its serial number, and whether there is an answer at all. (Omnissa, API documentation.) */
final class DevicesEndpoint {
    private static final int VERSION = 1;

    private final UemApi api;

    DevicesEndpoint(UemApi api) {
        this.api = api;
    }

    /** What is known of a Mac. */
    Standing ask(String serial, Device device) throws NotTakenException {
        try {
            Answer answer = api.ask("/mdm/devices?searchby=Serialnumber&id=" + serial, VERSION);
            return Json.read(answer.body(), json -> standing(json, device)).orElse(Standing.UNKNOWN);
        } catch (NotTakenException e) {
            if (e.delivery() instanceof Delivery.UnknownDevice) {
                return Standing.UNKNOWN;
            }
            throw e;
        }
    }

    /** The cheapest question that needs the credential: one entry of all devices, or none. */
    void probe() throws NotTakenException {
        api.ask("/mdm/devices/search?page=0&pagesize=1", VERSION);
    }

    private static Standing standing(Json json, Device device) {
        String[] udid = {""};
        String[] status = {""};
        json.fields(name -> {
            switch (name) {
                case "Udid" -> udid[0] = json.text().orElse("");
                case "EnrollmentStatus" -> status[0] = json.text().orElse("");
                default -> {}
            }
        });
        if (!udid[0].isEmpty() && !bare(udid[0]).equals(bare(device.udid()))) {
            return Standing.UNKNOWN;
        }
        return Optional.of(status[0]).filter("Enrolled"::equalsIgnoreCase).isPresent()
                ? Standing.ENROLLED
                : Standing.NOT_ENROLLED;
    }

    /** With and without hyphens a UDID is the same. */
    private static String bare(String udid) {
        return udid.replace("-", "").toUpperCase(Locale.ROOT);
    }
}
