// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.nanomdm;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.DeviceId;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.Product;
import dev.cmdm.mdm.RawCommand;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.http.Authorization;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.VersionProbe;
import java.util.Optional;
import java.util.Set;

/**
 * NanoMDM, and NanoHUB, which has it inside. It has no search for devices, no view of a queue and no query of results: a Mac is addressed
 * by its UDID, and what became of a command only the Mac shows. It takes each command id once only, on
 * the whole server and for ever, so that a command whose answer was lost is repeated safely.
 */
public final class NanoMdm implements MdmServer {
    /** NanoMDM as settings name it. */
    public static final Product PRODUCT = Flavour.NANOMDM.product();

    /** NanoHUB as settings name it. */
    public static final Product HUB = Flavour.NANOHUB.product();

    private final Flavour flavour;
    private final HttpCaller http;
    private final EnqueueEndpoint enqueue;
    private final PushEndpoint pushes;

    /** An adapter over a caller, which it closes. */
    NanoMdm(Flavour flavour, HttpCaller http) {
        this.flavour = flavour;
        this.http = http;
        this.enqueue = new EnqueueEndpoint(flavour, http);
        this.pushes = new PushEndpoint(flavour, http);
    }

    /** An adapter for a server; nothing is sent yet. */
    static NanoMdm open(Flavour flavour, ServerAccess access) {
        return new NanoMdm(flavour, HttpCaller.of(access, Authorization.basic(flavour.user(), access.credential())));
    }

    @Override
    public Capabilities capabilities() {
        return flavour.capabilities();
    }

    @Override
    public String address() {
        return http.address();
    }

    /** Asks for a push certificate of no topic: 400 for those with the credential, 401 for all others. */
    @Override
    public Probe probe() {
        return VersionProbe.run(http, flavour.name(), HttpCall.get(flavour.pushCertificate()), 400, flavour.option());
    }

    @Override
    public Standing standing(Device device) {
        return Standing.NOT_TOLD;
    }

    @Override
    public Delivery send(Device device, Command command, Notes notes) {
        Optional<byte[]> plist = RawCommand.find(command);
        Optional<String> id = DeviceId.find(device);
        if (plist.isEmpty() || id.isEmpty()) {
            return RawCommand.UNSENDABLE;
        }
        return enqueue.send(id.orElseThrow(), command.commandUuid(), plist.orElseThrow());
    }

    @Override
    public Delivery push(Device device) {
        return DeviceId.find(device).map(pushes::send).orElse(RawCommand.UNSENDABLE);
    }

    @Override
    public Optional<Set<String>> findQueued(Device device) {
        return Optional.empty();
    }

    @Override
    public void close() {
        http.close();
    }
}
