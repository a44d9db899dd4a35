// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import com.dd.plist.NSArray;
import dev.cmdm.simulator.server.CheckInMessage;
import dev.cmdm.simulator.server.Fields;
import dev.cmdm.simulator.server.Report;
import dev.cmdm.simulator.wire.GoPlist;
import dev.cmdm.simulator.wire.GoSyntaxException;

/** What MicroMDM's webhook tells MDMDirector, and what that sets off. */
final class Hearing {
    private final DirectorDevices devices;
    private final Commands commands;
    private final Reconciliation reconciliation;

    Hearing(DirectorDevices devices, Commands commands, Reconciliation reconciliation) {
        this.devices = devices;
        this.commands = commands;
        this.reconciliation = reconciliation;
    }

    void checkedIn(byte[] body) throws GoSyntaxException, MicroMdmDownException {
        var message = CheckInMessage.read(body);
        switch (message.messageType()) {
            case "Authenticate" ->
                devices.authenticate(message.udid(), message.serial(), Fields.text(GoPlist.any(body), "DeviceName"));
            case "TokenUpdate" -> tokenUpdated(message.udid());
            case "CheckOut" -> devices.checkOut(message.udid());
            default -> devices.see(message.udid());
        }
    }

    void reported(byte[] body) throws GoSyntaxException, MicroMdmDownException {
        var report = Report.read(body);
        devices.see(report.udid());
        commands.note(report);
        if (GoPlist.any(body).get("ProfileList") instanceof NSArray items && items.count() > 0) {
            devices.list(report.udid(), items);
            var device = devices.find(report.udid());
            if (device.isPresent()) {
                reconciliation.of(device.get());
            }
        }
    }

    /** The first token after an enrollment: MDMDirector asks for the profiles and says twice that it is done. */
    private void tokenUpdated(String udid) throws MicroMdmDownException {
        boolean isNew =
                devices.find(udid).filter(device -> !device.tokenUpdated()).isPresent();
        devices.updateToken(udid);
        if (isNew) {
            commands.askForProfileList(udid);
            commands.tellConfigured(udid);
            commands.tellConfigured(udid);
        }
    }
}
