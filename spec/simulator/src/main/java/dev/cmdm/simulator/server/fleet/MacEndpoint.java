// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.fleet;

import dev.cmdm.simulator.identity.BadSignatureException;
import dev.cmdm.simulator.identity.MdmSignature;
import dev.cmdm.simulator.server.CheckInMessage;
import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.server.Devices;
import dev.cmdm.simulator.server.Report;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.security.cert.X509Certificate;
import java.time.Clock;

/** /mdm/apple/mdm, for check-ins and reports alike: the NanoMDM inside Fleet (server/mdm/nanomdm). */
final class MacEndpoint {
    static final String PATH = "/mdm/apple/mdm";
    private static final String CHECK_IN_TYPE = "application/x-apple-aspen-mdm-checkin";

    private final Devices devices;
    private final CommandStore commands;
    private final HostProfiles profiles;
    private final X509Certificate authority;
    private final Clock clock;

    MacEndpoint(Devices devices, CommandStore commands, HostProfiles profiles, X509Certificate authority, Clock clock) {
        this.devices = devices;
        this.commands = commands;
        this.profiles = profiles;
        this.authority = authority;
        this.clock = clock;
    }

    Reply answer(Request request) {
        try {
            var signer =
                    MdmSignature.signerOf(request.findHeader("Mdm-Signature").orElse(""), request.body());
            MdmSignature.requireIssued(signer, authority, clock.instant());
            boolean checkIn = request.findHeader("Content-Type").orElse("").startsWith(CHECK_IN_TYPE);
            return checkIn ? checkIn(CheckInMessage.read(request.body()), signer) : report(request, signer);
        } catch (BadSignatureException e) {
            return Reply.error(400, "Bad Request");
        } catch (GoSyntaxException e) {
            return Reply.error(500, "Internal Server Error");
        }
    }

    private Reply checkIn(CheckInMessage message, X509Certificate signer) {
        if (message.messageType().equals("Authenticate")) {
            devices.authenticate(message, signer);
            commands.drop(message.udid());
            profiles.forget(message.udid());
            return Reply.empty(200);
        }
        return isKnown(message.udid(), signer) ? known(message) : Reply.error(500, "Internal Server Error");
    }

    private Reply known(CheckInMessage message) {
        switch (message.messageType()) {
            case "TokenUpdate" -> {
                devices.updateToken(message);
                profiles.reconcile(message.udid());
            }
            case "CheckOut" -> {
                devices.checkOut(message.udid());
                profiles.forget(message.udid());
            }
            default -> {
                return Reply.error(500, "Internal Server Error");
            }
        }
        return Reply.empty(200);
    }

    private Reply report(Request request, X509Certificate signer) throws GoSyntaxException {
        var report = Report.read(request.body());
        if (!isKnown(report.udid(), signer)) {
            return Reply.error(500, "Internal Server Error");
        }
        devices.see(report.udid());
        if (!report.isIdle()) {
            commands.report(report);
            profiles.reported(report);
        }
        return commands.next(report.udid(), report.isNotNow())
                .map(command -> Reply.sniffed(command.raw()))
                .orElseGet(() -> Reply.empty(200));
    }

    private boolean isKnown(String udid, X509Certificate signer) {
        return devices.find(udid).map(Device::identity).filter(signer::equals).isPresent();
    }
}
