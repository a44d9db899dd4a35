// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.server.CheckInMessage;
import dev.cmdm.simulator.server.Devices;
import dev.cmdm.simulator.server.NanoEndpoint;
import dev.cmdm.simulator.server.Report;
import dev.cmdm.simulator.server.UnknownMacException;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.security.cert.X509Certificate;

/** /mdm/apple/mdm: what becomes of check-ins and reports in the NanoMDM inside Fleet (server/mdm/nanomdm). */
final class MacEndpoint {
    static final String PATH = "/mdm/apple/mdm";

    private final NanoEndpoint endpoint;
    private final Devices devices;
    private final CommandStore commands;
    private final HostProfiles profiles;

    MacEndpoint(NanoEndpoint endpoint, Devices devices, CommandStore commands, HostProfiles profiles) {
        this.endpoint = endpoint;
        this.devices = devices;
        this.commands = commands;
        this.profiles = profiles;
    }

    Reply answer(Request request) {
        return endpoint.answer(request, this::checkIn, this::report);
    }

    private Reply checkIn(CheckInMessage message, X509Certificate signer) throws UnknownMacException {
        switch (message.messageType()) {
            case "Authenticate" -> {
                devices.authenticate(message, signer);
                commands.drop(message.udid());
                profiles.forget(message.udid());
            }
            case "TokenUpdate" -> {
                devices.requireKnown(message.udid(), signer);
                devices.updateToken(message);
                profiles.reconcile(message.udid());
            }
            case "CheckOut" -> {
                devices.requireKnown(message.udid(), signer);
                devices.checkOut(message.udid());
                profiles.forget(message.udid());
            }
            default -> {
                return NanoEndpoint.refused();
            }
        }
        return Reply.empty(200);
    }

    private Reply report(Report report, X509Certificate signer) throws UnknownMacException {
        devices.requireKnown(report.udid(), signer);
        devices.see(report.udid());
        if (!report.isIdle()) {
            commands.report(report);
            profiles.reported(report);
        }
        return commands.next(report.udid(), report.isNotNow())
                .map(command -> Reply.sniffed(command.raw()))
                .orElseGet(() -> Reply.empty(200));
    }
}
