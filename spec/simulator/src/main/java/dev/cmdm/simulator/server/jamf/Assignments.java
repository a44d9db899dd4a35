// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.server.jamf.Computers.Computer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Sends Macs what came into their scope, and takes from them what left it. */
final class Assignments {
    private final Computers computers;
    private final MdmCommands commands;
    private final Consumer<Device> push;

    /**
     * Assignments by these commands.
     *
     * @param push wakes a Mac for which there is something
     */
    Assignments(Computers computers, MdmCommands commands, Consumer<Device> push) {
        this.computers = computers;
        this.commands = commands;
        this.push = push;
    }

    /** After a change. Macs that are in scope before and after it get nothing: "Newly Assigned". */
    void follow(Objects before, Objects after) {
        for (Computer computer : computers.all()) {
            if (computer.device().enrolled() && changed(computer, before, after)) {
                push.accept(computer.device());
            }
        }
    }

    /** All Macs in scope of a profile get it again: "All". */
    void redeploy(ConfigurationProfile profile, Objects objects) {
        for (Computer computer : computers.all()) {
            if (computer.device().enrolled() && isFor(computer, profile, objects)) {
                commands.install(computer.device().udid(), profile);
                push.accept(computer.device());
            }
        }
    }

    /** A Mac that has just enrolled gets everything that is for it. */
    void welcome(Device device, Objects objects) {
        computers.all().stream()
                .filter(computer -> computer.device().udid().equals(device.udid()))
                .findFirst()
                .filter(computer -> changed(computer, Objects.NONE, objects))
                .ifPresent(computer -> push.accept(device));
    }

    private boolean changed(Computer computer, Objects before, Objects after) {
        boolean changed = false;
        for (int id : ids(before, after)) {
            var had = find(computer, id, before);
            var has = find(computer, id, after);
            if (has.isEmpty()) {
                had.ifPresent(old -> commands.remove(computer.device().udid(), old));
            } else if (had.isEmpty()) {
                has.ifPresent(now -> commands.install(computer.device().udid(), now));
            }
            changed |= had.isPresent() != has.isPresent();
        }
        return changed;
    }

    /** The profile of this id, if it is for this Mac. */
    private static Optional<ConfigurationProfile> find(Computer computer, int id, Objects objects) {
        return Optional.ofNullable(objects.profiles().get(id)).filter(profile -> isFor(computer, profile, objects));
    }

    private static boolean isFor(Computer computer, ConfigurationProfile profile, Objects objects) {
        return profile.isAutomatic() && profile.scope().covers(computer.id(), objects);
    }

    private static Set<Integer> ids(Objects before, Objects after) {
        var ids = new HashSet<>(before.profiles().keySet());
        ids.addAll(after.profiles().keySet());
        return ids;
    }
}
