// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.jamf;

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
import java.util.function.Consumer;

/** /computer/mdm, for check-ins and reports alike. What a refusal looks like is unconfirmed. */
final class MacEndpoint {
    private static final String CHECK_IN_TYPE = "application/x-apple-aspen-mdm-checkin";

    private final Devices devices;
    private final MdmCommands commands;
    private final Inventory inventory;
    private final Consumer<Device> enrolled;

    /**
     * An endpoint for these Macs.
     *
     * @param enrolled told of each Mac that can be pushed to from now on
     */
    MacEndpoint(Devices devices, MdmCommands commands, Inventory inventory, Consumer<Device> enrolled) {
        this.devices = devices;
        this.commands = commands;
        this.inventory = inventory;
        this.enrolled = enrolled;
    }

    Reply answer(Request request) {
        try {
            var signer =
                    MdmSignature.signerOf(request.findHeader("Mdm-Signature").orElse(""), request.body());
            boolean checkIn = request.findHeader("Content-Type").orElse("").startsWith(CHECK_IN_TYPE);
            return checkIn ? checkIn(CheckInMessage.read(request.body()), signer) : report(request, signer);
        } catch (BadSignatureException | GoSyntaxException e) {
            return Reply.empty(400);
        }
    }

    private Reply checkIn(CheckInMessage message, X509Certificate signer) {
        if (!message.messageType().equals("Authenticate") && !isKnown(message.udid(), signer)) {
            return Reply.empty(401);
        }
        switch (message.messageType()) {
            case "Authenticate" -> {
                devices.authenticate(message, signer);
                commands.drop(message.udid());
            }
            case "TokenUpdate" -> {
                devices.updateToken(message);
                devices.find(message.udid())
                        .filter(device -> device.tokenUpdates() == 1)
                        .ifPresent(enrolled);
            }
            case "CheckOut" -> {
                devices.checkOut(message.udid());
                commands.drop(message.udid());
            }
            default -> {
                return Reply.empty(410);
            }
        }
        return Reply.empty(200);
    }

    private Reply report(Request request, X509Certificate signer) throws GoSyntaxException {
        var report = Report.read(request.body());
        if (!isKnown(report.udid(), signer)) {
            return Reply.empty(401);
        }
        devices.see(report.udid());
        if (report.isIdle()) {
            inventory.refresh(report.udid());
        }
        return commands.next(report)
                .map(command -> Reply.sniffed(command.plist()))
                .orElseGet(() -> Reply.empty(200));
    }

    private boolean isKnown(String udid, X509Certificate signer) {
        return devices.find(udid).map(Device::identity).filter(signer::equals).isPresent();
    }
}
