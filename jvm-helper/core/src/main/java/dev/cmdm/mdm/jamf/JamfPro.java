// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

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
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.Product;
import dev.cmdm.mdm.ServerAccess;
import dev.cmdm.mdm.ServerProfiles;
import dev.cmdm.mdm.Standing;
import dev.cmdm.mdm.Timing;
import dev.cmdm.mdm.Trait;
import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.mdm.jamf.InventoryEndpoint.Computer;
import dev.cmdm.profile.ObjectName;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Jamf Pro, which has no command that carries a profile. It has objects with scopes: here one for each content, named
 * after it, for the static group of its name, which a Mac joins and leaves; Jamf Pro then sends the commands. It gives a
 * profile an identifier and a UUID of its own, and the object's name as display name, by which it is known again.
 */
public final class JamfPro implements MdmServer {
    /**
     * What it can do. Signed content is no property list, which is what an object wants. (Jamf, developer.jamf.com; none
     * of it was seen.)
     */
    public static final Capabilities CAPABILITIES = new Capabilities(
            "Jamf Pro", Optional.empty(), Set.of(Trait.MAKES_OBJECTS, Trait.CHECKS_IDS, Trait.TELLS_RESULTS));

    /** Jamf Pro as settings name it. */
    public static final Product PRODUCT = new Product("jamf", CAPABILITIES, JamfPro::open);

    private final Session session;
    private final VersionEndpoint version;
    private final InventoryEndpoint inventory;
    private final ProfilesEndpoint profiles;
    private final GroupsEndpoint groups;
    private final BlankPushEndpoint pushes;
    private final Outcomes outcomes;
    private final KnownMacs<Computer> macs;

    /**
     * An adapter over a session, which it closes.
     */
    JamfPro(Session session, InstantSource clock, Timing timing) {
        Answers answers = new Answers(session);
        Patience patience = new Patience(timing);
        this.session = session;
        this.version = new VersionEndpoint(session, new AccountEndpoint(session));
        this.inventory = new InventoryEndpoint(answers);
        this.macs = new KnownMacs<>(inventory::look, Computer::standing);
        this.profiles = new ProfilesEndpoint(answers, patience);
        this.groups = new GroupsEndpoint(answers, patience);
        this.pushes = new BlankPushEndpoint(answers);
        this.outcomes = new Outcomes(profiles, new CommandsEndpoint(answers), new HistoryEndpoint(answers), clock);
    }

    /** An adapter for a server; nothing is sent yet. */
    public static JamfPro open(ServerAccess access) {
        return new JamfPro(Login.session(access), access.clock(), access.link().timing());
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public String address() {
        return session.address();
    }

    @Override
    public Probe probe() {
        return version.probe();
    }

    @Override
    public Standing standing(Device device) {
        return asked(() -> macs.lookUp(device)).standing();
    }

    @Override
    public Delivery send(Device device, Command command, Notes notes) {
        Changes changes = new Changes(notes);
        return changes.guard(() -> {
            Computer mac = macs.known(device);
            return mac.standing().findRefusal().orElseGet(() -> deliver(device, mac, command, changes));
        });
    }

    @Override
    public Delivery push(Device device) {
        return new Changes(Notes.NONE).guard(() -> {
            Computer mac = macs.known(device);
            return mac.standing().findRefusal().orElseGet(() -> pushes.push(mac.managementId()));
        });
    }

    @Override
    public Optional<CommandResult> findResult(Device device, Inquiry inquiry) {
        return asked(() -> outcomes.find(inquiry, () -> macs.known(device)));
    }

    /** As of the Mac's last inventory, whose time is not told. */
    @Override
    public Optional<ServerProfiles> findProfiles(Device device) {
        return asked(() -> Optional.of(new ServerProfiles(Optional.empty(), inventory.profiles(device))));
    }

    @Override
    public Optional<Set<String>> findQueued(Device device) {
        return Optional.empty();
    }

    @Override
    public void close() {
        session.close();
    }

    private Delivery deliver(Device device, Computer mac, Command command, Notes notes) {
        Optional<ObjectName> object = command.request().object();
        if (object.isEmpty()) {
            return new Delivery.Refused(
                    "Jamf Pro takes no command from outside; only objects that cmdm made come and go");
        } else if (!isNameable(object.orElseThrow())) {
            return new Delivery.Refused(
                    "the identifier holds a character that cannot stand in the name of an object; nothing was sent");
        }
        Reach reach = new Reach(groups, () -> inventory.groups(device), mac.id(), notes);
        Deliverer deliverer = new Deliverer(profiles, outcomes, reach, notes, command.commandUuid(), mac);
        return command.request() instanceof InstallProfile install
                ? deliverer.install(object.orElseThrow(), install.content(), install.anew())
                : deliverer.remove(object.orElseThrow());
    }

    /** What a server of Java's does not let stand in a path, encoded or not, and what could not be read back. */
    private static boolean isNameable(ObjectName name) {
        String text = name.toString();
        return text.chars().noneMatch(c -> "/\\;%".indexOf(c) >= 0)
                && ObjectName.find(text).filter(name::equals).isPresent();
    }

    /** A question, for which a missing privilege is a refused credential. */
    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (UndeliveredException e) {
            throw new MdmUnavailableException(e.words(), true);
        }
    }
}
