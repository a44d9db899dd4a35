// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.mdm.jamf.CommandsEndpoint.Direction;
import dev.cmdm.mdm.jamf.CommandsEndpoint.Issued;
import dev.cmdm.mdm.jamf.CommandsEndpoint.State;
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
            Optional<Known> object = made(name, content);
            if (object.isPresent()) {
                String group = Reach.group(object.orElseThrow(), name, mac.id());
                if (reach.isIn(group)) {
                    return again(object.orElseThrow(), name, group, anew);
                } else if (reach.join(group)) {
                    return queued(Direction.INSTALL_PROFILE, object.orElseThrow(), name);
                }
            }
        }
        return new Delivery.Refused("somebody deletes the object " + name + " or its group each time it is made");
    }

    /**
     * Has the Mac remove what an object brought. Object and group stay, also when nobody is in it: another Mac may be
     * about to join, and no read tells so.
     */
    Delivery remove(ObjectName name) {
        Optional<Known> found = profiles.findNamed(name);
        if (found.isEmpty()) {
            return new Delivery.Unchanged();
        }
        Known object = found.orElseThrow();
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
        Delivery queued = queued(Direction.REMOVE_PROFILE, object, name);
        boolean before = excluded || joined.isEmpty();
        return before && !isOpen(Direction.REMOVE_PROFILE, object) ? new Delivery.Unchanged() : queued;
    }

    private Optional<Known> made(ObjectName name, Bytes content) {
        Optional<Known> known = profiles.findNamed(name);
        if (known.isPresent()) {
            return known;
        }
        if (profiles.create(name, content, Scope.of(reach.group(name)))) {
            notes.note("the object " + name + " was made");
        }
        return profiles.findNamed(name);
    }

    /** The Mac has the object already, by what Jamf Pro says. */
    private Delivery again(Known object, ObjectName name, String group, boolean anew) {
        Optional<Issued> latest = outcomes.findLatest(mac, Direction.INSTALL_PROFILE, object);
        boolean open = latest.filter(Issued::isOpen).isPresent();
        boolean refused = latest.filter(issued -> issued.state() == State.ERROR).isPresent();
        if ((anew || refused) && !open && !outcomes.isRenewed(commandUuid)) {
            return renew(object, name, group);
        }
        outcomes.remember(commandUuid, mac, Direction.INSTALL_PROFILE, object.asOf(latest.map(Issued::sent)), name);
        return open || outcomes.isRenewed(commandUuid)
                ? new Delivery.Queued(Optional.empty())
                : new Delivery.Unchanged();
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

    private boolean isOpen(Direction direction, Known object) {
        return outcomes.findLatest(mac, direction, object)
                .filter(Issued::isOpen)
                .isPresent();
    }

    private Delivery queued(Direction direction, Known object, ObjectName name) {
        outcomes.remember(commandUuid, mac, direction, object, name);
        return new Delivery.Queued(Optional.empty());
    }
}
