// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.micromdm;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.DeviceId;
import dev.cmdm.mdm.KnownMacs;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.Product;
import dev.cmdm.mdm.RawCommand;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.SizeLimit;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.Trait;
import dev.cmdm.mdm.http.Authorization;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.VersionProbe;
import dev.cmdm.mdm.micromdm.DevicesEndpoint.Known;
import java.util.Optional;
import java.util.Set;

/**
 * MicroMDM through its API of raw commands. Three of its habits decide the shape: it queues for Macs it
 * does not know, so each Mac is looked up before the first command and remembered as long as this
 * object lives; it takes one command id any number of times; and a command shows in its queue only a
 * moment (about 200 ms) after it was accepted, so one who looks must wait that long.
 */
public final class MicroMdm implements MdmServer {
    /**
     * What it can do. No limit of size was found: a profile of 8 MB was taken. It keeps no memory of
     * command ids. (MicroMDM 1.13 and its source; platform/command, platform/queue.)
     */
    public static final Capabilities CAPABILITIES =
            Capabilities.of("MicroMDM", SizeLimit.NONE_FOUND, Trait.PASSES_SIGNED, Trait.TELLS_QUEUE, Trait.TAKES_RAW);

    /** MicroMDM as settings name it. */
    public static final Product PRODUCT = new Product("micromdm", CAPABILITIES, MicroMdm::open);

    /** The user is fixed, the password is its {@code -api-key}. (MicroMDM, cmd/micromdm/serve.go.) */
    private static final String USER = "micromdm";

    private final HttpCaller http;
    private final KnownMacs<Known> macs;
    private final CommandEndpoint commands;
    private final QueueEndpoint queue;
    private final PushEndpoint pushes;

    /** An adapter over a caller, which it closes. */
    MicroMdm(HttpCaller http) {
        this.http = http;
        this.macs = new KnownMacs<>(new DevicesEndpoint(http)::ask, Known::standing);
        this.commands = new CommandEndpoint(http);
        this.queue = new QueueEndpoint(http);
        this.pushes = new PushEndpoint(http);
    }

    /** An adapter for a server; nothing is sent yet. */
    public static MicroMdm open(ServerAccess access) {
        return new MicroMdm(HttpCaller.of(access, Authorization.basic(USER, access.credential())));
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public String address() {
        return http.address();
    }

    @Override
    public Probe probe() {
        return VersionProbe.run(http, "MicroMDM", QueueEndpoint.ofNoMac(), 200, "-api-key");
    }

    @Override
    public Standing standing(Device device) {
        return macs.lookUp(device).standing();
    }

    @Override
    public Delivery send(Device device, Command command, Notes notes) {
        Optional<byte[]> plist = RawCommand.find(command);
        if (plist.isEmpty() || DeviceId.find(device).isEmpty()) {
            return RawCommand.UNSENDABLE;
        }
        return macs.deliver(device, known -> commands.send(known.udid(), plist.orElseThrow()));
    }

    @Override
    public Delivery push(Device device) {
        return DeviceId.find(device).map(pushes::send).orElse(RawCommand.UNSENDABLE);
    }

    @Override
    public Optional<Set<String>> findQueued(Device device) {
        return Optional.of(queue.ask(macs.known(device).udid()));
    }

    @Override
    public void close() {
        http.close();
    }
}
