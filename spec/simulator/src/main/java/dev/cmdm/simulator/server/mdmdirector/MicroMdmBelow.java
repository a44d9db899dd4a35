// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import dev.cmdm.simulator.server.ServerSettings;
import dev.cmdm.simulator.server.micromdm.MicroMdm;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The MicroMDM that carries out what MDMDirector wants, called as over HTTP; it can be taken down. */
final class MicroMdmBelow {
    private static final String RAW = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0"><dict><key>Command</key><dict><key>RequestType</key><string>%s</string></dict>\
            <key>CommandUUID</key><string>%s</string></dict></plist>
            """;

    private final MicroMdm microMdm;
    private final Clock clock;
    private final String authorization;
    private volatile boolean down;

    MicroMdmBelow(MicroMdm microMdm, ServerSettings settings, Clock clock) {
        this.microMdm = microMdm;
        this.clock = clock;
        var credential = "micromdm:" + settings.apiKey();
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
    }

    void setDown(boolean isDown) {
        this.down = isDown;
    }

    /** What a Mac is answered; nothing while the server is down. */
    Optional<Reply> answerMac(Request request) {
        return down ? Optional.empty() : microMdm.answer(request);
    }

    /** Queues a command of MicroMDM's structured endpoint. */
    void queue(ObjectNode command) throws MicroMdmDownException {
        call("POST", "/v1/commands", GoJson.compact(command));
    }

    /** Queues a command that has no arguments and that the structured endpoint does not know. */
    void queueRaw(String udid, String requestType, String commandUuid) throws MicroMdmDownException {
        call(
                "POST",
                "/v1/commands/" + udid,
                RAW.formatted(requestType, commandUuid).getBytes(StandardCharsets.UTF_8));
    }

    byte[] queueOf(String udid) throws MicroMdmDownException {
        return call("GET", "/v1/commands/" + udid, new byte[0]);
    }

    void clearQueueOf(String udid) throws MicroMdmDownException {
        call("DELETE", "/v1/commands/" + udid, new byte[0]);
    }

    /** Wakes the Mac; what MicroMDM says of it, MDMDirector does not look at. */
    void push(String udid) throws MicroMdmDownException {
        call("GET", "/push/" + udid, new byte[0]);
    }

    private byte[] call(String method, String path, byte[] body) throws MicroMdmDownException {
        if (down) {
            throw new MicroMdmDownException(path);
        }
        var request = new Request(clock.instant(), method, path, "", Map.of("authorization", authorization), body);
        return microMdm.answer(request).map(Reply::body).orElse(new byte[0]);
    }
}
