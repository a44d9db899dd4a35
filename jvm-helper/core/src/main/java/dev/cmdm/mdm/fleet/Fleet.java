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
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.Product;
import dev.cmdm.mdm.ProductSettings;
import dev.cmdm.mdm.RawCommand;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.SizeLimit;
import dev.cmdm.mdm.SizeUnit;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.Trait;
import dev.cmdm.mdm.http.Authorization;
import dev.cmdm.mdm.http.HttpCaller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fleet through its API of commands, each for one Mac, with the result that the Mac reported. It makes no configuration
 * profiles of Fleet's, see {@link FleetProfiles}; it only refuses to install or remove what Fleet keeps on this Mac by
 * one, for the two would undo each other's work for ever.
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
    public static final Product PRODUCT = new Product("fleet", Fleet::capabilities, Fleet::open);

    private final HttpCaller http;
    private final KnownMacs<KnownHost> macs;
    private final RunEndpoint commands;
    private final ResultEndpoint results;
    private final TeamProfilesEndpoint teamProfiles;
    private final UserEndpoint user;
    private final Map<String, List<TeamProfile>> teams = new HashMap<>();

    /** An adapter over a caller, which it closes. */
    Fleet(HttpCaller http, KnownMacs<KnownHost> macs) {
        this.http = http;
        this.macs = macs;
        this.commands = new RunEndpoint(http);
        this.results = new ResultEndpoint(http);
        this.teamProfiles = new TeamProfilesEndpoint(http);
        this.user = new UserEndpoint(http);
    }

    /** An adapter for a server, whose credential is the token of an API user; nothing is sent yet. */
    public static MdmServer open(ServerAccess access) {
        HttpCaller http = HttpCaller.of(access, Authorization.bearer(access.credential()));
        KnownMacs<KnownHost> macs = new KnownMacs<>(new HostEndpoint(http)::ask, KnownHost::standing);
        return usesProfiles(access.settings()) ? new FleetProfiles(http, macs) : new Fleet(http, macs);
    }

    private static Capabilities capabilities(ProductSettings own) {
        return usesProfiles(own) ? FleetProfiles.CAPABILITIES : CAPABILITIES;
    }

    private static boolean usesProfiles(ProductSettings own) {
        return own.isTrue("mdm.objects");
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
        return findObstacle(host, command)
                .<Delivery>map(Delivery.Refused::new)
                .orElseGet(() -> commands.send(host.uuid(), command.commandUuid(), plist));
    }

    /** Why a command must not be sent that Fleet would undo. */
    private Optional<String> findObstacle(KnownHost host, Command command) {
        String identifier = identifier(command.request());
        return host.profiles().isEmpty() || identifier.isEmpty()
                ? Optional.empty()
                : teamProfiles.findObstacle(
                        teams.computeIfAbsent(host.uuid(), uuid -> visible(host)), host, identifier);
    }

    /** What Fleet keeps on hosts of the Mac's team, as far as the credential may see it. */
    private List<TeamProfile> visible(KnownHost host) {
        try {
            return teamProfiles.all(host.team());
        } catch (MdmUnavailableException e) {
            return List.of();
        }
    }

    private static String identifier(Command.Request request) {
        if (request instanceof InstallProfile install) {
            return install.identifier().value();
        }
        return request instanceof RemoveProfile remove ? remove.identifier().value() : "";
    }
}
