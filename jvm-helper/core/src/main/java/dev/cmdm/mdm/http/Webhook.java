// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.DeviceId;
import dev.cmdm.mdm.MdmEvent;
import dev.cmdm.plist.Bytes;
import dev.cmdm.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What MicroMDM and NanoMDM post to whoever listens: one event as JSON, in which the Mac's own report stands as
 * base64. The reports themselves decide; of the JSON around them the topic and the id of the Mac are taken. For a relay.
 * (MicroMDM, workflow/webhook; NanoMDM, docs/operations-guide.md.)
 */
public final class Webhook {
    private Webhook() {}

    /**
     * The event in a body.
     *
     * @return nothing when the body is none, or names a Mac that no server could
     */
    public static Optional<MdmEvent> read(Bytes body) {
        return Json.read(body, Webhook::texts).flatMap(Webhook::event);
    }

    /**
     * Whether a body is signed with a key, as NanoMDM does in {@code X-Hmac-Signature} when it has one.
     *
     * @param signature what the header says: base64 of HMAC-SHA256
     */
    public static boolean isSigned(Bytes body, String signature, Secret key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.expose().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return MessageDigest.isEqual(
                    mac.doFinal(body.toArray()), Base64.getDecoder().decode(signature.strip()));
        } catch (IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }

    private static Map<String, String> texts(Json json) {
        Map<String, String> texts = new HashMap<>();
        json.fields(name -> {
            if (name.equals("acknowledge_event") || name.equals("checkin_event")) {
                json.fields(inner -> json.text().ifPresent(text -> texts.put("event." + inner, text)));
            } else {
                json.text().ifPresent(text -> texts.put(name, text));
            }
        });
        return texts;
    }

    private static Optional<MdmEvent> event(Map<String, String> texts) {
        Optional<String> udid = Optional.ofNullable(texts.get("event.udid")).flatMap(DeviceId::find);
        Optional<DeviceReport> report =
                Optional.ofNullable(texts.get("event.raw_payload")).flatMap(DeviceReport::find);
        String topic = texts.getOrDefault("topic", "");
        return udid.flatMap(mac -> report.filter(told -> told.isFrom(mac)).map(told -> event(topic, mac, told, texts)));
    }

    private static MdmEvent event(String topic, String udid, DeviceReport report, Map<String, String> texts) {
        return switch (topic) {
            case "mdm.Connect" -> answer(udid, report, texts);
            case "mdm.Authenticate" -> new MdmEvent.Enrolling(udid, report.findText("SerialNumber"));
            case "mdm.TokenUpdate" -> new MdmEvent.Reachable(udid);
            case "mdm.CheckOut" -> new MdmEvent.Left(udid);
            default -> new MdmEvent.Other(udid, topic);
        };
    }

    private static MdmEvent answer(String udid, DeviceReport report, Map<String, String> texts) {
        Optional<String> command = report.findText("CommandUUID");
        Optional<CommandResult> result = report.findResult();
        if (command.isPresent() && result.isPresent()) {
            return new MdmEvent.Answered(
                    udid, command.orElseThrow(), result.orElseThrow(), report.findProfiles(created(texts)));
        }
        return new MdmEvent.Idle(udid);
    }

    private static Optional<Instant> created(Map<String, String> texts) {
        try {
            return Optional.ofNullable(texts.get("created_at")).map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
