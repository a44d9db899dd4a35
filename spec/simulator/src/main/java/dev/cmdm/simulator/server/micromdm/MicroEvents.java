// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.micromdm;

import dev.cmdm.simulator.server.CheckInMessage;
import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.server.Report;
import dev.cmdm.simulator.server.Webhook;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoTime;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What MicroMDM tells its webhook (workflow/webhook). */
final class MicroEvents {
    private final Webhook webhook;
    private final Clock clock;
    private final Ids ids;

    MicroEvents(Webhook webhook, Clock clock, Ids ids) {
        this.webhook = webhook;
        this.clock = clock;
        this.ids = ids;
    }

    void checkedIn(CheckInMessage message) {
        var event = GoJson.object().put("udid", message.udid());
        event.putNull("url_params");
        event.put("raw_payload", Base64.getEncoder().encodeToString(message.raw()));
        post("mdm." + message.messageType(), "checkin_event", event);
    }

    void reported(Report report) {
        var event = GoJson.object().put("udid", report.udid()).put("status", report.status());
        if (!report.commandUuid().isEmpty()) {
            event.put("command_uuid", report.commandUuid());
        }
        event.put("raw_payload", Base64.getEncoder().encodeToString(report.raw()));
        post("mdm.Connect", "acknowledge_event", event);
    }

    private void post(String topic, String kind, ObjectNode event) {
        var body = GoJson.object()
                .put("topic", topic)
                .put("event_id", ids.uuid())
                .put("created_at", GoTime.text(clock.instant()));
        body.set(kind, event);
        webhook.post(GoJson.indented(body, "  "), Map.of());
    }
}
