// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.mdmdirector;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.InstallProfile;
import dev.cmdm.mdm.Command.Request.RemoveProfile;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.DeviceId;
import dev.cmdm.mdm.KnownMacs;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.Product;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.ServerProfiles;
import dev.cmdm.mdm.SizeLimit;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.Trait;
import dev.cmdm.mdm.http.Authorization;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.mdmdirector.DeviceEndpoint.Known;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * MDMDirector, which keeps what is wanted of each Mac above a MicroMDM. Its habits decide the shape: what it wants it
 * compares by bytes, so a repeat is safe, but it believes to have sent what it lost while MicroMDM was down; so before
 * the first command it is asked to wake the Mac, which fails then, and a command that is to go out anew is preceded by a
 * deletion that only makes the server forget. It draws the ids of commands itself and tells of none.
 */
public final class MdmDirector implements MdmServer {
    /**
     * What it can do. No limit of size was found. Signed profiles are an error; the top-level UUID is made from the
     * bytes. (MDMDirector and its source; director/profile.go.)
     */
    public static final Capabilities CAPABILITIES =
            Capabilities.of("MDMDirector", SizeLimit.NONE_FOUND, Trait.CHECKS_IDS, Trait.HASHES_UUIDS);

    /** MDMDirector as settings name it. */
    public static final Product PRODUCT = new Product("mdmdirector", CAPABILITIES, MdmDirector::open);

    /** The user is fixed, the password is its {@code -password}. (MDMDirector, main.go.) */
    private static final String USER = "mdmdirector";

    private final HttpCaller http;
    private final KnownMacs<Known> macs;
    private final InstallEndpoint installs;
    private final RemoveEndpoint removals;
    private final PushEndpoint pushes;
    private final Set<String> forgotten = new HashSet<>();
    private boolean microMdmAnswered;

    /** An adapter over a caller, which it closes. */
    MdmDirector(HttpCaller http) {
        this.http = http;
        this.macs = new KnownMacs<>(new DeviceEndpoint(http)::ask, Known::standing);
        this.installs = new InstallEndpoint(http);
        this.removals = new RemoveEndpoint(http);
        this.pushes = new PushEndpoint(http);
    }

    /** An adapter for a server; nothing is sent yet. */
    public static MdmDirector open(ServerAccess access) {
        return new MdmDirector(HttpCaller.of(access, Authorization.basic(USER, access.credential())));
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
        return new DirectorProbe(http).run();
    }

    @Override
    public Standing standing(Device device) {
        return macs.lookUp(device).standing();
    }

    @Override
    public Delivery send(Device device, Command command, Notes notes) {
        if (!(command.request() instanceof InstallProfile) && !(command.request() instanceof RemoveProfile)) {
            return new Delivery.Refused("MDMDirector takes profiles only, no other commands; nothing was sent");
        }
        return toKnown(device, known -> {
            Optional<Delivery> down = findMicroMdmDown(known);
            return down.orElseGet(() -> send(known.udid(), command, notes));
        });
    }

    @Override
    public Delivery push(Device device) {
        return toKnown(device, known -> pushes.send(known.udid()));
    }

    @Override
    public Optional<ServerProfiles> findProfiles(Device device) {
        Known known = macs.lookUp(device);
        return known.standing() == Standing.UNKNOWN ? Optional.empty() : Optional.of(known.profiles());
    }

    @Override
    public Optional<Set<String>> findQueued(Device device) {
        return Optional.empty();
    }

    @Override
    public void close() {
        http.close();
    }

    private Delivery toKnown(Device device, Function<Known, Delivery> call) {
        if (DeviceId.find(device).isEmpty()) {
            return new Delivery.Refused("the hardware UUID holds a character that no path can; nothing was sent");
        }
        return macs.deliver(device, call);
    }

    /** Asked once, before the first command: without MicroMDM a profile would be noted as sent and lost. */
    private Optional<Delivery> findMicroMdmDown(Known known) {
        if (microMdmAnswered) {
            return Optional.empty();
        }
        Delivery woken = pushes.send(known.udid());
        microMdmAnswered = woken instanceof Delivery.Queued;
        if (woken instanceof Delivery.Lost lost) {
            return Optional.of(new Delivery.Unreachable(lost.why()));
        }
        return Optional.of(woken).filter(answer -> !microMdmAnswered);
    }

    private Delivery send(String udid, Command command, Notes notes) {
        if (command.request() instanceof RemoveProfile removal) {
            return removals.send(udid, removal.identifier());
        }
        InstallProfile install = (InstallProfile) command.request();
        return install.anew()
                ? sendAnew(udid, command.commandUuid(), install, notes)
                : installs.send(udid, install.content());
    }

    private Delivery sendAnew(String udid, String commandUuid, InstallProfile install, Notes notes) {
        if (!forgotten.contains(commandUuid)) {
            Delivery told = removals.forget(udid, install.identifier());
            if (!(told instanceof Delivery.Queued) && !(told instanceof Delivery.Unchanged)) {
                return told;
            }
            forgotten.add(commandUuid);
            notes.note("MDMDirector forgot that it had asked for it; asked next");
        }
        Delivery sent = installs.send(udid, install.content());
        // It had been forgotten, so somebody asked for the same since, and it was sent for them.
        return sent instanceof Delivery.Unchanged ? new Delivery.Queued(Optional.empty()) : sent;
    }
}
