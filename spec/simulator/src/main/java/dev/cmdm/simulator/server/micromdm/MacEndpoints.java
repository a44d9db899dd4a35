// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

import dev.cmdm.simulator.identity.BadSignatureException;
import dev.cmdm.simulator.identity.MdmSignature;
import dev.cmdm.simulator.server.CheckInMessage;
import dev.cmdm.simulator.server.Devices;
import dev.cmdm.simulator.server.Report;
import dev.cmdm.simulator.server.UnknownMacException;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.security.cert.X509Certificate;
import java.util.Set;

/**
 * /mdm/checkin and /mdm/connect. The signature must be one of the identity with which the Mac last authenticated;
 * whoever issued it is not checked unless MicroMDM is told to. Every refusal is an empty 500 (mdm/server.go).
 */
final class MacEndpoints {
    private static final Set<String> STATUSES = Set.of("Idle", "Acknowledged", "Error", "CommandFormatError", "NotNow");

    private final Devices devices;
    private final Queues queues;
    private final MicroEvents events;

    MacEndpoints(Devices devices, Queues queues, MicroEvents events) {
        this.devices = devices;
        this.queues = queues;
        this.events = events;
    }

    Reply checkIn(Request request) {
        try {
            var message = CheckInMessage.read(request.body());
            var signer = signerOf(request);
            return switch (message.messageType()) {
                case "Authenticate" -> {
                    devices.authenticate(message, signer);
                    queues.of(message.udid()).clear();
                    yield accepted(message);
                }
                case "TokenUpdate" -> {
                    devices.requireKnown(message.udid(), signer);
                    devices.updateToken(message);
                    yield accepted(message);
                }
                case "CheckOut" -> {
                    devices.requireKnown(message.udid(), signer);
                    devices.checkOut(message.udid());
                    yield accepted(message);
                }
                case "UserAuthenticate" -> Reply.empty(410);
                default -> Reply.empty(500);
            };
        } catch (GoSyntaxException | BadSignatureException | UnknownMacException e) {
            return Reply.empty(500);
        }
    }

    Reply connect(Request request) {
        try {
            var report = Report.read(request.body());
            devices.requireKnown(report.udid(), signerOf(request));
            devices.see(report.udid());
            events.reported(report);
            if (!STATUSES.contains(report.status())) {
                return Reply.empty(500);
            }
            return queues.of(report.udid())
                    .next(report)
                    .map(command -> Reply.sniffed(command.plist()))
                    .orElseGet(() -> Reply.empty(200));
        } catch (GoSyntaxException | BadSignatureException | UnknownMacException e) {
            return Reply.empty(500);
        }
    }

    private Reply accepted(CheckInMessage message) {
        events.checkedIn(message);
        return Reply.empty(200);
    }

    private static X509Certificate signerOf(Request request) throws BadSignatureException {
        return MdmSignature.signerOf(request.findHeader("Mdm-Signature").orElse(""), request.body());
    }
}
