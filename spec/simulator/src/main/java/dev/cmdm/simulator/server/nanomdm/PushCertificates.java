// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoTime;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The push certificates of a server, and pushcert below the prefix, which shows and stores them. */
final class PushCertificates {
    private final Map<String, PushCertificate> byTopic = new ConcurrentHashMap<>();
    private final Storage storage;

    PushCertificates(Storage storage) {
        this.storage = storage;
    }

    void add(PushCertificate certificate) {
        byTopic.put(certificate.topic(), certificate);
    }

    /** The certificate of this topic, or the storage's complaint. */
    PushCertificate get(String topic) throws StorageException {
        var stored = byTopic.get(topic);
        if (stored == null) {
            throw new StorageException(storage.noPushCertificate(topic));
        }
        return stored;
    }

    Reply show(Request request) {
        var topic = request.findParameter("topic").orElse("");
        if (topic.isEmpty()) {
            return NanoReplies.error(400, "missing required query parameter: topic");
        }
        try {
            return described(get(topic));
        } catch (StorageException e) {
            return NanoReplies.error(500, e.words());
        }
    }

    Reply store(Request request) {
        try {
            var certificate = PushCertificate.read(request.body());
            add(certificate);
            return described(certificate);
        } catch (StorageException e) {
            return NanoReplies.error(400, e.words());
        }
    }

    private static Reply described(PushCertificate certificate) {
        return NanoReplies.json(
                200,
                GoJson.object()
                        .put("not_after", GoTime.text(certificate.notAfter()))
                        .put("topic", certificate.topic()));
    }
}
