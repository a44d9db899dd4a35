// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

/**
 * Compares what a Mac listed with what is wanted of it, and sends for what differs. Only here does MDMDirector see what it
 * lost while MicroMDM was down, and only here does what was merely saved go out.
 */
final class Reconciliation {
    private final StoredProfiles wanted;
    private final SharedProfiles shared;
    private final Commands commands;

    Reconciliation(StoredProfiles wanted, SharedProfiles shared, Commands commands) {
        this.wanted = wanted;
        this.shared = shared;
        this.commands = commands;
    }

    void of(DirectorDevice device) throws MicroMdmDownException {
        for (var row : wanted.of(device.udid())) {
            if (row.isUnwanted() && device.lists(row.identifier())) {
                commands.remove(device.udid(), row.identifier());
            }
            var upload = row.upload();
            if (upload.isPresent() && !device.lists(row.identifier(), row.hashedUuid())) {
                commands.install(device.udid(), upload.get());
            }
        }
        for (var each : shared.all()) {
            reconcile(device, each);
        }
    }

    private void reconcile(DirectorDevice device, SharedProfile each) throws MicroMdmDownException {
        var upload = each.upload();
        if (each.installed() && !device.lists(upload.identifier(), upload.hashedUuid())) {
            commands.install(device.udid(), upload);
        }
        if (!each.installed() && device.lists(upload.identifier())) {
            commands.remove(device.udid(), upload.identifier());
        }
    }
}
