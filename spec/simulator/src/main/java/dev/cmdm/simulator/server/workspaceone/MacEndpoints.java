// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.workspaceone;

import dev.cmdm.simulator.identity.BadSignatureException;
import dev.cmdm.simulator.identity.MdmSignature;
import dev.cmdm.simulator.server.CheckInMessage;
import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.server.Report;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.security.cert.X509Certificate;

/** Check-ins and reports of Macs, by Apple's protocol; how this server refuses a stranger is unconfirmed and a 403 here. */
final class MacEndpoints {
    static final String CHECK_IN = "/deviceservices/applemdm/checkin";
    static final String CONNECT = "/deviceservices/applemdm/processor";

    private final Registry registry;
    private final CommandQueues queues;
    private final ProfileObjects objects;

    MacEndpoints(Registry registry, CommandQueues queues, ProfileObjects objects) {
        this.registry = registry;
        this.queues = queues;
        this.objects = objects;
    }

    Reply answer(Request request) {
        try {
            var signer =
                    MdmSignature.signerOf(request.findHeader("Mdm-Signature").orElse(""), request.body());
            return request.path().equals(CHECK_IN) ? checkIn(request, signer) : report(request, signer);
        } catch (BadSignatureException | GoSyntaxException e) {
            return Reply.empty(403);
        }
    }

    private Reply checkIn(Request request, X509Certificate signer) throws GoSyntaxException {
        var message = CheckInMessage.read(request.body());
        if (message.messageType().equals("Authenticate")) {
            registry.authenticate(message, signer);
            queues.clear(message.udid());
            objects.forget(message.udid());
            return Reply.empty(200);
        }
        if (!isKnown(message.udid(), signer)) {
            return Reply.empty(403);
        }
        switch (message.messageType()) {
            case "TokenUpdate" -> registry.updateToken(message);
            case "CheckOut" -> registry.checkOut(message.udid());
            default -> {
                return Reply.empty(410);
            }
        }
        return Reply.empty(200);
    }

    private Reply report(Request request, X509Certificate signer) throws GoSyntaxException {
        var report = Report.read(request.body());
        if (!isKnown(report.udid(), signer)) {
            return Reply.empty(403);
        }
        registry.see(report.udid());
        return queues.next(report).map(Reply::sniffed).orElseGet(() -> Reply.empty(200));
    }

    private boolean isKnown(String udid, X509Certificate signer) {
        return registry.find(udid).map(Device::identity).filter(signer::equals).isPresent();
    }
}
