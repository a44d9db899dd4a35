// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.mdm.jamf.CommandsEndpoint.Direction;
import dev.cmdm.mdm.jamf.CommandsEndpoint.Issued;
import dev.cmdm.mdm.jamf.CommandsEndpoint.State;
import dev.cmdm.mdm.jamf.GroupsEndpoint.Group;
import dev.cmdm.mdm.jamf.InventoryEndpoint.Computer;
import dev.cmdm.mdm.jamf.ProfilesEndpoint.Known;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ObjectName;
import java.util.Optional;

/**
 * Brings one Mac an object and takes it away. Each step looks first whether it is done, so that what a crash or a lost
 * answer cut short is finished by doing all of it again.
 */
final class Deliverer {
    /** How often an object that somebody deletes meanwhile is made again. */
    private static final int TRIES = 3;

    private final ProfilesEndpoint profiles;
    private final Outcomes outcomes;
    private final Reach reach;
    private final Notes notes;
    private final String commandUuid;
    private final Computer mac;

    /** One command for one Mac. */
    Deliverer(
            ProfilesEndpoint profiles, Outcomes outcomes, Reach reach, Notes notes, String commandUuid, Computer mac) {
        this.profiles = profiles;
        this.outcomes = outcomes;
        this.reach = reach;
        this.notes = notes;
        this.commandUuid = commandUuid;
        this.mac = mac;
    }

    /**
     * Has the Mac install what is in an object.
     *
     * @param content what an object of this name holds
     * @param anew whether it is sent again to a Mac that is said to have it
     */
    Delivery install(ObjectName name, Bytes content, boolean anew) {
        for (int tries = 0; tries < TRIES; tries++) {
            Known object = profiles.findNamed(name).orElseGet(() -> made(name, content));
            String group = reach.groupOf(object, name);
            if (reach.isIn(group)) {
                return again(object, name, group, anew);
            } else if (reach.join(group)) {
                return queued(Direction.INSTALL_PROFILE, object, name);
            }
        }
        return new Delivery.Refused("somebody deletes the static group " + name + " each time it is made");
    }

    /**
     * Whoever is in the group of an object that is not there joined since it was looked for; or somebody deleted it, and
     * another one would reach all of them at once.
     */
    private Known made(ObjectName name, Bytes content) {
        Group group = reach.ensureGroup(name);
        return reach.isOfOthers(group)
                ? profiles.awaitNamed(name)
                        .orElseThrow(() -> new UndeliveredException(new Delivery.Refused("the object " + name
                                + " was deleted in Jamf Pro, and the static group of that name still has "
                                + group.members().size()
                                + " members, who would all get a new one; delete the group too")))
                : profiles.create(name, content, Scope.of(group.id(), name.toString()), notes);
    }

    /**
     * Has the Mac remove what an object brought. Object and group stay, also when nobody is in it: another Mac may be
     * about to join, and no read tells so.
     */
    Delivery remove(ObjectName name) {
        Optional<Known> object = profiles.findNamed(name);
        if (object.isEmpty()) {
            reach.leaveBehind(name);
            return new Delivery.Unchanged();
        }
        return remove(object.orElseThrow(), name);
    }

    private Delivery remove(Known object, ObjectName name) {
        boolean excluded = object.scope().excludes(mac.id());
        if (!excluded && object.scope().reaches(mac.id(), name.toString())) {
            return new Delivery.Refused("somebody gave this Mac, or more than the group of its name, the object " + name
                    + " in Jamf Pro; take that out of the object's scope there");
        }
        Optional<String> joined = object.scope()
                .findGroup(name.toString())
                .filter(Encoded::isNumber)
                .filter(reach::isIn);
        joined.ifPresent(reach::leave);
        outcomes.remember(commandUuid, mac, Direction.REMOVE_PROFILE, object, name);
        return joined.isPresent() && !excluded ? new Delivery.Queued(Optional.empty()) : out(object, name);
    }

    /** What became of a Mac's having been put out of reach before. */
    private Delivery out(Known object, ObjectName name) {
        Optional<Issued> latest = outcomes.findLatest(mac, Direction.REMOVE_PROFILE, object);
        if (latest.filter(issued -> issued.state() == State.ERROR).isPresent()) {
            return new Delivery.Refused("this Mac refused to remove it, and Jamf Pro does not ask it again: "
                    + outcomes.refusal(mac, Direction.REMOVE_PROFILE, name));
        }
        return latest.filter(Issued::isOpen).isPresent()
                ? new Delivery.Queued(Optional.empty())
                : new Delivery.Unchanged();
    }

    /** The Mac has the object already, by what Jamf Pro says. */
    private Delivery again(Known object, ObjectName name, String group, boolean anew) {
        Optional<Issued> latest = outcomes.findLatest(mac, Direction.INSTALL_PROFILE, object);
        boolean open = latest.filter(Issued::isOpen).isPresent();
        boolean refused = latest.filter(issued -> issued.state() == State.ERROR).isPresent();
        boolean renewed = outcomes.isRenewed(commandUuid);
        if ((anew || refused) && !open && !renewed) {
            return renew(object, name, group);
        }
        // Only a command that is still on its way may be taken for this one's; what an older one did proves nothing.
        Known since = open ? object.asOf(latest.map(Issued::sent)) : object;
        outcomes.remember(commandUuid, mac, Direction.INSTALL_PROFILE, since, name);
        return open || renewed ? new Delivery.Queued(Optional.empty()) : new Delivery.Unchanged();
    }

    /** Out and in again; whoever does that after a lost answer only goes in. */
    private Delivery renew(Known object, ObjectName name, String group) {
        reach.leave(group);
        outcomes.renewed(commandUuid);
        try {
            if (reach.join(group)) {
                return queued(Direction.INSTALL_PROFILE, object, name);
            }
        } catch (UndeliveredException e) {
            return new Delivery.Lost("this Mac left the group " + name + " and may not be in it again: " + e.words());
        }
        return new Delivery.Lost("this Mac left the group " + name + ", which is gone since");
    }

    private Delivery queued(Direction direction, Known object, ObjectName name) {
        outcomes.remember(commandUuid, mac, direction, object, name);
        return new Delivery.Queued(Optional.empty());
    }
}
