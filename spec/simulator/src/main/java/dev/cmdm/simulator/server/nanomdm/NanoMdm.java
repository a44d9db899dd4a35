// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.nanomdm;

import dev.cmdm.simulator.fault.Operation;
import dev.cmdm.simulator.server.BasicAuth;
import dev.cmdm.simulator.server.Command;
import dev.cmdm.simulator.server.Devices;
import dev.cmdm.simulator.server.EnrollmentProfile;
import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.server.NanoEndpoint;
import dev.cmdm.simulator.server.Product;
import dev.cmdm.simulator.server.ProductServer;
import dev.cmdm.simulator.server.ServerSettings;
import dev.cmdm.simulator.server.ServerSurroundings;
import dev.cmdm.simulator.server.Webhook;
import dev.cmdm.simulator.wire.GoJson;
import dev.cmdm.simulator.wire.GoPlist;
import dev.cmdm.simulator.wire.GoSyntaxException;
import dev.cmdm.simulator.wire.Reply;
import dev.cmdm.simulator.wire.Request;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** NanoMDM's routes, and NanoHUB's to the same. It has no search for devices, no view of queues and no results. */
public final class NanoMdm implements ProductServer {
    private static final String MDM = "/mdm";
    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(365);
    private static final EnrollmentProfile ENROLLMENT = new EnrollmentProfile(
            "com.github.micromdm.nanomdm",
            "com.github.micromdm.scep",
            "NanoMDM",
            List.of("com.apple.mdm.per-user-connections"));

    private final Flavour flavour;
    private final BasicAuth auth;
    private final String topic;
    private final PushCertificates certificates;
    private final EnqueueEndpoint enqueueEndpoint;
    private final MacEndpoint macs;

    private NanoMdm(
            Flavour flavour,
            BasicAuth auth,
            String topic,
            PushCertificates certificates,
            EnqueueEndpoint enqueueEndpoint,
            MacEndpoint macs) {
        this.flavour = flavour;
        this.auth = auth;
        this.topic = topic;
        this.certificates = certificates;
        this.enqueueEndpoint = enqueueEndpoint;
        this.macs = macs;
    }

    /**
     * A NanoMDM or NanoHUB that no Mac has enrolled with.
     *
     * @param authority the certificate of whoever issues the identities of its Macs
     */
    public static NanoMdm of(ServerSettings settings, ServerSurroundings around, X509Certificate authority) {
        var flavour = Flavour.of(settings.product());
        var ids = new Ids(around.random());
        var devices = new Devices(around.clock());
        var storage = settings.product() == Product.NANOMDM_PGSQL ? new Postgres(devices) : new FileKv();
        var certificates = new PushCertificates(storage);
        if (settings.pushCertificate()) {
            var end = around.clock().instant().plus(CERTIFICATE_LIFE);
            certificates.add(new PushCertificate(settings.topic(), end));
        }
        var webhook = new Webhook(settings.webhookUrl(), around.http());
        var events = new NanoEvents(webhook, settings.webhookHmacKey(), around.clock(), ids);
        return new NanoMdm(
                flavour,
                new BasicAuth(flavour.user(), settings.apiKey()),
                settings.topic(),
                certificates,
                new EnqueueEndpoint(storage, new Pushes(devices, certificates, around.apns(), ids)),
                new MacEndpoint(new NanoEndpoint(authority, around.clock()), devices, storage, events));
    }

    @Override
    public String checkInPath() {
        return MDM;
    }

    @Override
    public String connectPath() {
        return MDM;
    }

    @Override
    public Operation operationOf(Request request) {
        if (request.path().startsWith(flavour.enqueue())) {
            return Operation.ENQUEUE;
        }
        return request.path().startsWith(flavour.push()) ? Operation.PUSH : Operation.ANY;
    }

    @Override
    public Optional<Command> findCommand(Request request) {
        if (operationOf(request) != Operation.ENQUEUE || request.body().length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Command.of(GoPlist.any(request.body()), request.body()));
        } catch (GoSyntaxException e) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] enrollmentProfile(URI base) {
        return ENROLLMENT.xml(base, base.resolve(MDM), base.resolve(MDM), topic);
    }

    @Override
    public Optional<Reply> answer(Request request) {
        var path = request.path();
        if (path.equals(MDM)) {
            return Optional.of(macs.answer(request));
        }
        if (path.equals("/version")) {
            return Optional.of(version());
        }
        boolean known = path.startsWith(flavour.enqueue())
                || path.startsWith(flavour.push())
                || path.equals(flavour.pushCertificate());
        if (!known) {
            return Optional.of(Reply.notFound());
        }
        return Optional.of(auth.admits(request) ? api(request) : NanoReplies.unauthorized(flavour.realm()));
    }

    private Reply api(Request request) {
        var path = request.path();
        if (path.startsWith(flavour.enqueue())) {
            return enqueueEndpoint.enqueue(path.substring(flavour.enqueue().length()), request);
        }
        if (path.startsWith(flavour.push())) {
            return enqueueEndpoint.push(path.substring(flavour.push().length()));
        }
        return switch (request.method()) {
            case "GET" -> certificates.show(request);
            case "PUT" -> certificates.store(request);
            default -> Reply.error(405, "Method Not Allowed");
        };
    }

    private static Reply version() {
        return Reply.of(200, "application/json", GoJson.compact(GoJson.object().put("version", "unknown")));
    }
}
