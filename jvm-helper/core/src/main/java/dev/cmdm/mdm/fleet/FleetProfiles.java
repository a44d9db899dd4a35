// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.device.Device;
import dev.cmdm.mdm.Capabilities;
import dev.cmdm.mdm.Changes;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.InstallProfile;
import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Inquiry;
import dev.cmdm.mdm.KnownMacs;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.ServerProfiles;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.Trait;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.profile.ObjectName;
import java.util.Optional;
import java.util.Set;

/**
 * Fleet through its configuration profiles: here one for each content, named after it, for the manual label of its name,
 * which a Mac is given and loses; Fleet then sends the commands, and shows in its console how each profile stands. What
 * brings no object goes as a command, as by {@link Fleet}.
 *
 * <p>Known from Fleet's documentation and source; nobody has seen cmdm speak to a running Fleet yet.
 */
final class FleetProfiles implements MdmServer {
    /** What it can do. Fleet signs profiles itself, which has spoilt signed ones (fleetdm/fleet issues 19771, 25831, 26688). */
    static final Capabilities CAPABILITIES = new Capabilities(
            "Fleet",
            Optional.empty(),
            Set.of(Trait.MAKES_OBJECTS, Trait.CHECKS_IDS, Trait.TELLS_RESULTS, Trait.TAKES_RAW));

    /** How many characters the names of labels and profiles have at most. (Fleet, server/datastore/mysql/schema.sql.) */
    private static final int LONGEST_NAME = 255;

    private final HttpCaller http;
    private final KnownMacs<KnownHost> macs;
    private final Fleet commands;
    private final TeamProfilesEndpoint profiles;
    private final LabelsEndpoint labels;
    private final HostLabelsEndpoint hostLabels;
    private final ResendEndpoint resends;
    private final Outcomes outcomes = new Outcomes();

    /** An adapter over a caller, which it closes. */
    FleetProfiles(HttpCaller http, KnownMacs<KnownHost> macs) {
        this.http = http;
        this.macs = macs;
        this.commands = new Fleet(http, macs);
        this.profiles = new TeamProfilesEndpoint(http);
        this.labels = new LabelsEndpoint(http);
        this.hostLabels = new HostLabelsEndpoint(http);
        this.resends = new ResendEndpoint(http);
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
        return commands.probe();
    }

    @Override
    public Standing standing(Device device) {
        return commands.standing(device);
    }

    @Override
    public Delivery send(Device device, Command command, Notes notes) {
        return command.request()
                .object()
                .map(object -> send(device, command, object, new Changes(notes)))
                .orElseGet(() -> commands.send(device, command, notes));
    }

    @Override
    public Optional<CommandResult> findResult(Device device, Inquiry inquiry) {
        return outcomes.find(inquiry, () -> macs.lookUp(device))
                // A command without an object, or one of the time before there were any.
                .or(() -> commands.findResult(device, inquiry).filter(FleetProfiles::isKnown));
    }

    /** What Fleet itself keeps on the Mac; what commands brought is not among it. */
    @Override
    public Optional<ServerProfiles> findProfiles(Device device) {
        return Optional.of(new ServerProfiles(
                Optional.empty(),
                macs.lookUp(device).profiles().stream()
                        .filter(profile -> !profile.removes() && profile.state() == HostProfile.State.ACKNOWLEDGED)
                        .map(profile -> new ServerProfiles.Entry("", "", profile.name()))
                        .toList()));
    }

    @Override
    public Optional<Set<String>> findQueued(Device device) {
        return Optional.empty();
    }

    @Override
    public void close() {
        http.close();
    }

    private Delivery send(Device device, Command command, ObjectName object, Changes changes) {
        if (!isNameable(object)) {
            return new Delivery.Refused("the identifier is too long, or holds a character that cannot stand in the name"
                    + " of an object; nothing was sent");
        }
        Delivery delivery =
                macs.deliverAnew(device, host -> changes.guard(() -> deliver(device, host, command, object, changes)));
        outcomes.remember(command.commandUuid(), object, !(command.request() instanceof InstallProfile), delivery);
        return delivery;
    }

    private Delivery deliver(Device device, KnownHost host, Command command, ObjectName object, Notes notes) {
        long number = host.number().orElseThrow(() -> FleetAnswers.strange(http, "number of this Mac"));
        Reach reach = new Reach(hostLabels, notes, number, () -> macs.lookUp(device));
        Deliverer deliverer = new Deliverer(profiles, labels, resends, reach, notes, host, number);
        return command.request() instanceof InstallProfile install
                ? deliverer.install(object, install.content(), install.anew())
                : deliverer.remove(object);
    }

    /** Of a removal by a label no command is known either. */
    private static boolean isKnown(CommandResult result) {
        return !(result instanceof CommandResult.Unknown);
    }

    private static boolean isNameable(ObjectName name) {
        String text = name.toString();
        return text.codePointCount(0, text.length()) <= LONGEST_NAME
                && ObjectName.find(text).filter(name::equals).isPresent();
    }
}
