// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.micromdm;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.DeviceId;
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /v1/devices}. Only the filter by serial number works in its own database, {@code filter_udid}
 * is read and ignored; no match is {@code {"devices": null}}. (MicroMDM, platform/device/builtin.)
 */
final class DevicesEndpoint {
    private final HttpCaller http;

    DevicesEndpoint(HttpCaller http) {
        this.http = http;
    }

    /**
     * A Mac as it is known.
     *
     * @param udid as the server spells it, which is how its queue must be addressed; the Mac's own when unknown
     */
    record Known(String udid, Standing standing) {}

    private record Entry(String udid, boolean enrolled) {}

    /** Looks a Mac up by its serial number; it is this Mac only if the UDID is its own too. */
    Known ask(Device device) {
        HttpCall call = HttpCall.postJson("/v1/devices", Json.write("filter_serial", List.of(device.serial())))
                .asQuestion();
        Answer answer = MicroMdmAnswers.require(http, call);
        List<Entry> entries = Json.read(answer.body(), DevicesEndpoint::entries)
                .flatMap(found -> found)
                .orElseThrow(() -> new MdmUnavailableException(
                        http.address() + " gave no list of devices; check mdm.url and mdm.product", false));
        return entries.stream()
                .filter(entry -> entry.udid().equalsIgnoreCase(device.udid()))
                .filter(entry -> DeviceId.find(entry.udid()).isPresent())
                .map(entry -> new Known(entry.udid(), entry.enrolled() ? Standing.ENROLLED : Standing.NOT_ENROLLED))
                .findFirst()
                .orElseGet(() -> new Known(device.udid(), absent(entries)));
    }

    /** A Mac that Apple assigned to this server and that has not enrolled has an entry without a UDID. */
    private static Standing absent(List<Entry> entries) {
        return entries.stream().anyMatch(entry -> entry.udid().isEmpty()) ? Standing.NOT_ENROLLED : Standing.UNKNOWN;
    }

    private static Optional<List<Entry>> entries(Json json) {
        List<Entry> entries = new ArrayList<>();
        boolean[] list = {false};
        json.fields(name -> {
            if (name.equals("devices")) {
                list[0] = json.isNull() || json.isArray();
                json.items(() -> entries.add(entry(json)));
            }
        });
        return list[0] ? Optional.of(entries) : Optional.empty();
    }

    private static Entry entry(Json json) {
        String[] udid = {""};
        boolean[] enrolled = {false};
        json.fields(name -> {
            switch (name) {
                case "udid" -> udid[0] = json.text().orElse("");
                case "enrollment_status" -> enrolled[0] = json.isTrue();
                default -> {}
            }
        });
        return new Entry(udid[0], enrolled[0]);
    }
}
