// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

import dev.cmdm.simulator.server.Apns;
import dev.cmdm.simulator.server.Device;
import dev.cmdm.simulator.server.Devices;
import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import java.util.Optional;

/** Wakes Macs, when a command has been queued and when a caller asks for it (platform/apns). */
final class Pushes {
    /** Tokens that the push library accepts have 64 to 200 hexadecimal digits. */
    private static final int SHORTEST_TOKEN = 64;

    private static final int LONGEST_TOKEN = 200;

    private final Devices devices;
    private final Apns apns;
    private final boolean certificate;
    private final Ids ids;

    Pushes(Devices devices, Apns apns, boolean certificate, Ids ids) {
        this.devices = devices;
        this.apns = apns;
        this.certificate = certificate;
        this.ids = ids;
    }

    /** Pushes after a command was queued: without a certificate MicroMDM waits for one, and failures are only logged. */
    void queued(String udid) {
        if (certificate) {
            answer(udid);
        }
    }

    /** Answers a caller; nothing if there is no certificate, for then MicroMDM panics and the connection closes. */
    Optional<Reply> answer(String udid) {
        var device = devices.find(udid).filter(found -> !found.token().isEmpty());
        if (device.isEmpty()) {
            return Optional.of(MicroReplies.error("retrieving PushInfo by UDID: not found: PushInfo udid " + udid));
        }
        int digits = device.get().token().length();
        if (digits < SHORTEST_TOKEN || digits > LONGEST_TOKEN) {
            return Optional.of(MicroReplies.error("invalid push token"));
        }
        return certificate ? Optional.of(push(device.get())) : Optional.empty();
    }

    private Reply push(Device device) {
        try {
            apns.push(device.token(), device.pushMagic());
            return MicroReplies.json(
                    200, GoJson.object().put("status", "success").put("push_notification_id", ids.uuid()));
        } catch (Apns.UnreachableException e) {
            return MicroReplies.error(
                    "Post \"https://api.push.apple.com/3/device/" + device.token() + "\": " + e.getMessage());
        }
    }
}
