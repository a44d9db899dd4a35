// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.InstallProfile;
import dev.cmdm.mdm.Command.Request.RemoveProfile;
import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Inquiry;
import dev.cmdm.mdm.KnownMacs;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.Product;
import dev.cmdm.mdm.RawCommand;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.SizeLimit;
import dev.cmdm.mdm.SizeUnit;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.Trait;
import dev.cmdm.mdm.http.Authorization;
import dev.cmdm.mdm.http.HttpCaller;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fleet through its API of commands, each for one Mac, with the result that the Mac reported. Its configuration
 * profiles are no way for cmdm: they reach every host of a team, their removal leaves every host of it, and they carry
 * less (1 MB) than a command does, so that there is no profile for which they would be needed. cmdm therefore neither
 * makes nor changes nor deletes one; it only refuses to install or remove what Fleet keeps on this Mac by one, for the
 * two would undo each other's work for ever.
 *
 * <p>Known from Fleet's documentation and source; nobody has seen cmdm speak to a running Fleet yet.
 */
public final class Fleet implements MdmServer {
    /**
     * What it can do. It counts the bytes of the whole request, in which the command is base64 (server/fleet/request.go,
     * MaxMDMCommandSize: 2 MiB); older releases have no such limit. Each CommandUUID is a primary key
     * (server/mdm/nanomdm/storage/mysql/queue.go). Whether signed bytes reach a Mac unaltered is unconfirmed: by the
     * source a command is passed on as it is, but Fleet's own signing of profiles has spoilt signed ones in several
     * releases (fleetdm/fleet issues 19771, 25831, 26688), so none is sent.
     */
    public static final Capabilities CAPABILITIES = Capabilities.of(
            "Fleet",
            new SizeLimit(2 * 1024 * 1024, SizeUnit.FLEET_REQUEST),
            Trait.CHECKS_IDS,
            Trait.TELLS_RESULTS,
            Trait.TAKES_RAW);

    /** Fleet as settings name it. */
    public static final Product PRODUCT = new Product("fleet", CAPABILITIES, Fleet::open);

    private final HttpCaller http;
    private final KnownMacs<KnownHost> macs;
    private final RunEndpoint commands;
    private final ResultEndpoint results;
    private final TeamProfilesEndpoint teamProfiles;
    private final UserEndpoint user;
    private final Map<String, Map<String, String>> kept = new HashMap<>();

    /** An adapter over a caller, which it closes. */
    Fleet(HttpCaller http) {
        this.http = http;
        this.macs = new KnownMacs<>(new HostEndpoint(http)::ask, KnownHost::standing);
        this.commands = new RunEndpoint(http);
        this.results = new ResultEndpoint(http);
        this.teamProfiles = new TeamProfilesEndpoint(http);
        this.user = new UserEndpoint(http);
    }

    /** An adapter for a server, whose credential is the token of an API user; nothing is sent yet. */
    public static Fleet open(ServerAccess access) {
        return new Fleet(HttpCaller.of(access, Authorization.bearer(access.credential())));
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
        return user.probe();
    }

    @Override
    public Standing standing(Device device) {
        return macs.lookUp(device).standing();
    }

    @Override
    public Delivery send(Device device, Command command, Notes notes) {
        return RawCommand.find(command)
                .map(plist -> macs.deliver(device, host -> send(host, command, plist)))
                .orElse(RawCommand.UNSENDABLE);
    }

    @Override
    public Optional<CommandResult> findResult(Device device, Inquiry inquiry) {
        return Optional.of(results.ask(device.udid(), inquiry.commandUuid()));
    }

    /** Results tell all that a queue could, so nobody needs to ask for it. */
    @Override
    public Optional<Set<String>> findQueued(Device device) {
        return Optional.empty();
    }

    @Override
    public void close() {
        http.close();
    }

    private Delivery send(KnownHost host, Command command, byte[] plist) {
        return findOwn(host, command)
                .<Delivery>map(Delivery.Refused::new)
                .orElseGet(() -> commands.send(host.uuid(), command.commandUuid(), plist));
    }

    /** Why a command must not be sent that Fleet would undo. */
    private Optional<String> findOwn(KnownHost host, Command command) {
        String identifier = identifier(command.request());
        Map<String, String> names = kept.computeIfAbsent(host.uuid(), uuid -> teamProfiles.namesByIdentifier(host));
        return Optional.ofNullable(names.get(identifier))
                .map(name -> "Fleet keeps " + identifier + " on this Mac by a configuration profile of its own, \""
                        + http.words(name)
                        + "\", and would undo this; take it out of Fleet, or out of what is declared");
    }

    private static String identifier(Command.Request request) {
        if (request instanceof InstallProfile install) {
            return install.identifier().value();
        }
        return request instanceof RemoveProfile remove ? remove.identifier().value() : "";
    }
}
