// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.DeviceId;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code GET hosts/identifier/{uuid}}. Fleet finds a host by whatever name fits, so that a host which calls itself by
 * the UUID of another might be found first: it counts only if its UUID is the Mac's own, and its serial number where
 * both are known. Fleet lists Macs that are enrolled in another MDM, too. (Fleet, REST API, "Hosts".)
 */
final class HostEndpoint {
    /** Without the list of all that is installed; a release that does not know this tells all. */
    private static final String BRIEFLY = "?exclude_software=true";

    private static final int ANSWER_LIMIT = 16 * 1024 * 1024;

    private final HttpCaller http;

    HostEndpoint(HttpCaller http) {
        this.http = http;
    }

    KnownHost ask(Device device) {
        String udid = DeviceId.find(device).orElse("");
        if (udid.isEmpty()) {
            return KnownHost.unknown(device.udid());
        }
        HttpCall call = HttpCall.get(FleetAnswers.API + "hosts/identifier/" + udid + BRIEFLY)
                .withAnswerLimit(ANSWER_LIMIT);
        return FleetAnswers.find(http, call)
                .map(answer -> Json.read(answer.body(), HostEndpoint::read)
                        .flatMap(host -> host)
                        .orElseThrow(() -> FleetAnswers.strange(http, "host")))
                .filter(host -> host.isOf(device))
                .map(Found::known)
                .orElseGet(() -> KnownHost.unknown(udid));
    }

    private static Optional<Found> read(Json json) {
        Found host = new Found();
        json.fields(name -> {
            if (name.equals("host")) {
                host.read(json);
            }
        });
        return host.uuid.isEmpty() ? Optional.empty() : Optional.of(host);
    }

    /** A host while its fields are read. */
    private static final class Found {
        private final List<HostProfile> profiles = new ArrayList<>();
        private final Set<String> labels = new HashSet<>();
        private String uuid = "";
        private String serial = "";
        private String enrollment = "";
        private boolean elsewhere;
        private Optional<Long> number = Optional.empty();
        private Optional<Long> team = Optional.empty();

        void read(Json json) {
            json.fields(name -> {
                switch (name) {
                    case "id" -> number = json.whole();
                    case "uuid" -> uuid = json.text().orElse("");
                    case "hardware_serial" -> serial = json.text().orElse("");
                    // A later Fleet calls its teams fleets.
                    case "team_id", "fleet_id" -> team = json.whole().or(() -> team);
                    case "labels" -> json.items(() -> json.text("name").ifPresent(labels::add));
                    case "mdm" -> management(json);
                    default -> {}
                }
            });
        }

        private void management(Json json) {
            json.fields(name -> {
                switch (name) {
                    case "enrollment_status" -> enrollment = json.text().orElse("");
                    case "connected_to_fleet" -> elsewhere = !json.isTrue() && !json.isNull();
                    case "profiles" -> json.items(() -> profiles.add(HostProfile.read(json)));
                    default -> {}
                }
            });
        }

        boolean isOf(Device device) {
            boolean sameSerial =
                    serial.isEmpty() || device.serial().isEmpty() || serial.equalsIgnoreCase(device.serial());
            return uuid.equalsIgnoreCase(device.udid())
                    && sameSerial
                    && DeviceId.find(uuid).isPresent();
        }

        /** {@code On (manual)}, {@code On (automatic)} and others that begin so; {@code Pending} is assigned to it and not enrolled. */
        KnownHost known() {
            boolean managed = enrollment.startsWith("On") && !elsewhere;
            return new KnownHost(
                    uuid, number, managed ? Standing.ENROLLED : Standing.NOT_ENROLLED, team, labels, profiles);
        }
    }
}
