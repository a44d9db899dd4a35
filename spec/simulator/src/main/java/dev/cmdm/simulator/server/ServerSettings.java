// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a server of the world file is.
 *
 * @param name its name, unique in the world
 * @param product what it simulates
 * @param apiKey password of its API; never printed
 * @param port port to listen on, 0 for any
 * @param topic topic of its push certificate, empty for none
 * @param pushCertificate whether a push certificate for the topic is stored
 * @param queueDelay how long after its answer MicroMDM puts a command in the queue
 * @param webhookUrl where it reports what Macs say
 * @param webhookHmacKey key by which NanoMDM signs those reports
 * @param fields the whole entry, for what only one product knows
 */
public record ServerSettings(
        String name,
        Product product,
        String apiKey,
        int port,
        String topic,
        boolean pushCertificate,
        Duration queueDelay,
        Optional<URI> webhookUrl,
        Optional<String> webhookHmacKey,
        JsonNode fields) {
    private static final String ANY_TOPIC = "com.apple.mgmt.External.00000000-0000-0000-0000-000000000001";
    private static final Duration USUAL_QUEUE_DELAY = Duration.ofMillis(200);

    /**
     * Reads one entry of "servers" in a world file. Without "pushCertificate": false a push certificate is stored, so
     * that commands wake Macs.
     *
     * @throws BadServerException if a field is missing or has no meaning
     */
    public static ServerSettings parse(JsonNode server) {
        return new ServerSettings(
                required(server, "name"),
                Product.of(required(server, "product"), server.path("storage").asString("")),
                required(server, "apiKey"),
                server.path("port").asInt(0),
                server.path("topic").asString(ANY_TOPIC),
                server.path("pushCertificate").asBoolean(true),
                queueDelay(server),
                text(server, "webhookUrl").map(URI::create),
                text(server, "webhookHmacKey"),
                server);
    }

    /** Names the server, never its key. */
    @Override
    public String toString() {
        return name + " (" + product + ")";
    }

    private static Duration queueDelay(JsonNode server) {
        return server.has("queueDelaySeconds")
                ? Duration.ofMillis(Math.round(server.get("queueDelaySeconds").asDouble() * 1000))
                : USUAL_QUEUE_DELAY;
    }

    private static String required(JsonNode server, String field) {
        return text(server, field).orElseThrow(() -> new BadServerException(field, "nothing", "given"));
    }

    private static Optional<String> text(JsonNode server, String field) {
        return Optional.of(server.path(field).asString("")).filter(text -> !text.isEmpty());
    }
}
