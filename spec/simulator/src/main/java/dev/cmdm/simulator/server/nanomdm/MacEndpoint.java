// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

import dev.cmdm.simulator.server.CheckInMessage;
import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.server.Devices;
import dev.cmdm.simulator.server.NanoEndpoint;
import dev.cmdm.simulator.server.Report;
import dev.cmdm.simulator.server.UnknownMacException;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** /mdm: what becomes of check-ins and reports. */
final class MacEndpoint {
    private final NanoEndpoint endpoint;
    private final Devices devices;
    private final Storage storage;
    private final NanoEvents events;

    MacEndpoint(NanoEndpoint endpoint, Devices devices, Storage storage, NanoEvents events) {
        this.endpoint = endpoint;
        this.devices = devices;
        this.storage = storage;
        this.events = events;
    }

    Reply answer(Request request) {
        return endpoint.answer(request, this::checkIn, this::report);
    }

    private Reply checkIn(CheckInMessage message, X509Certificate signer) throws UnknownMacException {
        switch (message.messageType()) {
            case "Authenticate" -> {
                if (isAnothers(signer, message.udid())) {
                    return NanoEndpoint.refused();
                }
                devices.authenticate(message, signer);
                storage.clear(message.udid());
            }
            case "TokenUpdate" -> {
                devices.requireKnown(message.udid(), signer);
                devices.updateToken(message);
            }
            case "CheckOut" -> {
                devices.requireKnown(message.udid(), signer);
                devices.checkOut(message.udid());
            }
            case "UserAuthenticate" -> {
                return Reply.error(410, "Gone");
            }
            default -> {
                return NanoEndpoint.refused();
            }
        }
        events.checkedIn(message, tokenUpdates(message));
        return Reply.empty(200);
    }

    private Optional<Integer> tokenUpdates(CheckInMessage message) {
        return message.messageType().equals("TokenUpdate")
                ? devices.find(message.udid()).map(Device::tokenUpdates)
                : Optional.empty();
    }

    private Reply report(Report report, X509Certificate signer) throws UnknownMacException {
        devices.requireKnown(report.udid(), signer);
        if (report.status().isEmpty() || !stored(report)) {
            return NanoEndpoint.refused();
        }
        devices.see(report.udid());
        events.reported(report);
        return storage.next(report.udid(), report.isNotNow())
                .map(command -> Reply.sniffed(command.raw()))
                .orElseGet(() -> Reply.empty(200));
    }

    private boolean stored(Report report) {
        try {
            storage.report(report);
            return true;
        } catch (StorageException e) {
            return false;
        }
    }

    /** Whether another Mac enrolled with this identity. */
    private boolean isAnothers(X509Certificate signer, String udid) {
        return devices.all().stream()
                .anyMatch(device ->
                        device.identity().equals(signer) && !device.udid().equals(udid));
    }
}
