// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

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
import java.util.Optional;

/**
 * /mdm, for check-ins and reports alike. A signature that cannot be verified, or a certificate of another authority, is
 * a 400, so that no Mac takes it for a 401 and unenrolls; an identity other than the enrolled one is a 500
 * (http/mdm, service/certauth).
 */
final class MacEndpoint {
    private static final String CHECK_IN_TYPE = "application/x-apple-aspen-mdm-checkin";

    private final Devices devices;
    private final Storage storage;
    private final NanoEvents events;
    private final X509Certificate authority;
    private final Clock clock;

    MacEndpoint(Devices devices, Storage storage, NanoEvents events, X509Certificate authority, Clock clock) {
        this.devices = devices;
        this.storage = storage;
        this.events = events;
        this.authority = authority;
        this.clock = clock;
    }

    Reply answer(Request request) {
        try {
            var signer =
                    MdmSignature.signerOf(request.findHeader("Mdm-Signature").orElse(""), request.body());
            MdmSignature.requireIssued(signer, authority, clock.instant());
            boolean checkIn = request.findHeader("Content-Type").orElse("").startsWith(CHECK_IN_TYPE);
            return checkIn ? checkIn(request, signer) : report(request, signer);
        } catch (BadSignatureException e) {
            return Reply.error(400, "Bad Request");
        } catch (GoSyntaxException | StorageException e) {
            return Reply.error(500, "Internal Server Error");
        }
    }

    private Reply checkIn(Request request, X509Certificate signer) throws GoSyntaxException, StorageException {
        var message = CheckInMessage.read(request.body());
        switch (message.messageType()) {
            case "Authenticate" -> {
                requireUnused(signer, message.udid());
                devices.authenticate(message, signer);
                storage.clear(message.udid());
            }
            case "TokenUpdate" -> {
                requireKnown(signer, message.udid());
                devices.updateToken(message);
            }
            case "CheckOut" -> {
                requireKnown(signer, message.udid());
                devices.checkOut(message.udid());
            }
            case "UserAuthenticate" -> {
                return Reply.error(410, "Gone");
            }
            default -> throw new StorageException("unrecognized MessageType: " + message.messageType());
        }
        events.checkedIn(message, tokenUpdates(message));
        return Reply.empty(200);
    }

    private Optional<Integer> tokenUpdates(CheckInMessage message) {
        return message.messageType().equals("TokenUpdate")
                ? devices.find(message.udid()).map(Device::tokenUpdates)
                : Optional.empty();
    }

    private Reply report(Request request, X509Certificate signer) throws GoSyntaxException, StorageException {
        var report = Report.read(request.body());
        requireKnown(signer, report.udid());
        if (report.status().isEmpty()) {
            throw new StorageException("invalid command result");
        }
        storage.report(report);
        devices.see(report.udid());
        events.reported(report);
        return storage.next(report.udid(), report.isNotNow())
                .map(command -> Reply.sniffed(command.raw()))
                .orElseGet(() -> Reply.empty(200));
    }

    private void requireUnused(X509Certificate signer, String udid) throws StorageException {
        boolean used = devices.all().stream()
                .anyMatch(device ->
                        device.identity().equals(signer) && !device.udid().equals(udid));
        if (used) {
            throw new StorageException("cert re-use not permitted");
        }
    }

    private void requireKnown(X509Certificate signer, String udid) throws StorageException {
        if (!devices.find(udid).map(Device::identity).filter(signer::equals).isPresent()) {
            throw new StorageException("enrollment not associated with cert");
        }
    }
}
