// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

import dev.cmdm.simulator.server.CheckInMessage;
import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.server.Report;
import dev.cmdm.simulator.server.Webhook;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoTime;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/** What NanoMDM tells its webhook, signed if it has a key (service/webhook). */
final class NanoEvents {
    private static final String HMAC = "HmacSHA256";

    private final Webhook webhook;
    private final Optional<String> hmacKey;
    private final Clock clock;
    private final Ids ids;

    NanoEvents(Webhook webhook, Optional<String> hmacKey, Clock clock, Ids ids) {
        this.webhook = webhook;
        this.hmacKey = hmacKey;
        this.clock = clock;
        this.ids = ids;
    }

    /** Tells of a check-in; a TokenUpdate comes with the number of them since the Mac authenticated. */
    void checkedIn(CheckInMessage message, Optional<Integer> tokenUpdates) {
        var event = event(message.udid(), message.raw());
        tokenUpdates.ifPresent(tally -> event.put("token_update_tally", tally));
        event.put("udid", message.udid());
        post("mdm." + message.messageType(), "checkin_event", event);
    }

    void reported(Report report) {
        var event = GoJson.object();
        if (!report.commandUuid().isEmpty()) {
            event.put("command_uuid", report.commandUuid());
        }
        event.setAll(event(report.udid(), report.raw()));
        event.put("status", report.status()).put("udid", report.udid());
        post("mdm.Connect", "acknowledge_event", event);
    }

    private static ObjectNode event(String udid, byte[] raw) {
        var event = GoJson.object();
        event.putObject("ids").put("id", udid).put("type", "Device");
        return event.put("raw_payload", Base64.getEncoder().encodeToString(raw));
    }

    private void post(String topic, String kind, ObjectNode event) {
        var body = GoJson.object();
        body.set(kind, event);
        body.put("created_at", GoTime.text(clock.instant()))
                .put("event_id", ids.trace())
                .put("topic", topic);
        var bytes = GoJson.compact(body);
        webhook.post(
                bytes,
                hmacKey.map(key -> Map.of("X-Hmac-Signature", signature(key, bytes)))
                        .orElse(Map.of()));
    }

    private static String signature(String key, byte[] body) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
