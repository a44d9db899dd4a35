// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import dev.cmdm.simulator.server.CheckInMessage;
import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.server.Devices;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The Macs on record, each under the number that the server gave it and findable by what callers know of it. */
final class Registry {
    /**
     * A Mac on record.
     *
     * @param id the server's number for it
     * @param uuid the server's UUID for it, which is not the UDID
     */
    record Entry(int id, String uuid, Device device) {}

    private final Devices devices;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, String> udids = new LinkedHashMap<>();

    /**
     * A registry.
     *
     * @param fleet how many Macs are on record from the start, with the serials FLEET00001 and so on
     * @param identity the identity that stands for all of those
     */
    Registry(Clock clock, int fleet, X509Certificate identity) {
        this.devices = new Devices(clock);
        for (int i = 1; i <= fleet; i++) {
            var serial = String.format("FLEET%05d", i);
            var message = new CheckInMessage(
                    "Authenticate",
                    "00000000-F1EE-4000-8000-" + String.format("%012d", i),
                    serial,
                    "",
                    "",
                    "",
                    new byte[0]);
            authenticate(message, identity);
            updateToken(message);
        }
    }

    synchronized void authenticate(CheckInMessage message, X509Certificate identity) {
        devices.authenticate(message, identity);
        numbers.putIfAbsent(message.udid(), numbers.size() + 1);
        udids.put(key("serialnumber", message.serial()), message.udid());
        udids.put(key("udid", message.udid()), message.udid());
        udids.put(key("deviceid", String.valueOf(numbers.get(message.udid()))), message.udid());
        udids.put(key("uuid", uuid(message.udid())), message.udid());
    }

    void updateToken(CheckInMessage message) {
        devices.updateToken(message);
    }

    void checkOut(String udid) {
        devices.checkOut(udid);
    }

    void see(String udid) {
        devices.see(udid);
    }

    /** The Mac with this UDID. */
    Optional<Device> find(String udid) {
        return devices.find(udid);
    }

    /** The Mac of which this kind of id (Serialnumber, Udid, DeviceId, Uuid, in any case) is this. */
    synchronized Optional<Entry> find(String searchBy, String value) {
        return Optional.ofNullable(udids.get(key(searchBy, value)))
                .flatMap(devices::find)
                .map(device -> new Entry(number(device.udid()), uuid(device.udid()), device));
    }

    /** All that are enrolled. */
    List<Device> enrolled() {
        return devices.all().stream().filter(Device::enrolled).toList();
    }

    static String uuid(String udid) {
        return UUID.nameUUIDFromBytes(udid.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private synchronized int number(String udid) {
        return numbers.getOrDefault(udid, 0);
    }

    private static String key(String searchBy, String value) {
        return searchBy.toLowerCase(Locale.ROOT) + " " + value.toLowerCase(Locale.ROOT);
    }
}
