// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.server.Devices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Macs that this Fleet has met, and the teams they are in. A host is found whatever the case of its UUID, as in MySQL. */
final class Hosts {
    private final Devices devices;
    private final List<String> ids = new ArrayList<>();
    private final Map<String, Integer> teams = new HashMap<>();
    private final List<String> teamNames = new ArrayList<>();

    Hosts(Devices devices) {
        this.devices = devices;
    }

    synchronized List<Host> all() {
        return devices.all().stream().map(this::host).toList();
    }

    synchronized List<Host> ofTeam(int team) {
        return all().stream().filter(host -> host.team() == team).toList();
    }

    /** The host of this UUID or serial number; for a UUID that is another host's name the real Fleet may err, this one not. */
    synchronized Optional<Host> find(String identifier) {
        return all().stream().filter(host -> host.answersTo(identifier)).findFirst();
    }

    synchronized Optional<Host> find(int id) {
        return all().stream().filter(host -> host.id() == id).findFirst();
    }

    /** Adds a team; the first is number 1, for 0 stands for no team. */
    synchronized int addTeam(String name) {
        teamNames.add(name);
        return teamNames.size();
    }

    synchronized boolean hasTeam(int team) {
        return team >= 0 && team <= teamNames.size();
    }

    synchronized void transfer(Host host, int team) {
        teams.put(host.uuid(), team);
    }

    private Host host(Device device) {
        if (!ids.contains(device.udid())) {
            ids.add(device.udid());
        }
        return new Host(ids.indexOf(device.udid()) + 1, teams.getOrDefault(device.udid(), 0), device);
    }
}
