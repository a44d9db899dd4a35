// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.server.Devices;
import dev.cmdm.simulator.server.Ids;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Macs with the two ids by which Jamf Pro names them. */
final class Computers {
    /**
     * A Mac.
     *
     * @param id names it among objects
     * @param managementId names it among MDM clients
     */
    record Computer(int id, String managementId, Device device) {}

    private record Names(int id, String managementId) {}

    private final Map<String, Names> names = new LinkedHashMap<>();
    private final Devices devices;
    private final Ids ids;

    Computers(Devices devices, Ids ids) {
        this.devices = devices;
        this.ids = ids;
    }

    synchronized List<Computer> all() {
        return devices.all().stream().map(this::named).toList();
    }

    Optional<Computer> find(int id) {
        return all().stream().filter(computer -> computer.id() == id).findFirst();
    }

    Optional<Computer> findByManagementId(String managementId) {
        return all().stream()
                .filter(computer -> computer.managementId().equalsIgnoreCase(managementId))
                .findFirst();
    }

    /** Elements of a list of computers; an id that nobody has is left out. */
    List<XmlElement> elements(Collection<Integer> wanted) {
        return all().stream()
                .filter(computer -> wanted.contains(computer.id()))
                .map(computer -> XmlElement.of(
                        "computer",
                        XmlElement.of("id", String.valueOf(computer.id())),
                        XmlElement.of("name", "Mac " + computer.id()),
                        XmlElement.of("udid", computer.device().udid())))
                .toList();
    }

    private Computer named(Device device) {
        var name = names.computeIfAbsent(device.udid(), udid -> new Names(names.size() + 1, ids.uuid()));
        return new Computer(name.id(), name.managementId(), device);
    }
}
