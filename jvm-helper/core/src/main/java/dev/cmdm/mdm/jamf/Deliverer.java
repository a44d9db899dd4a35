// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Notes;
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
            if (object.isPresent() && reach.holds(object.orElseThrow(), mac.id())) {
                return again(object.orElseThrow(), name, anew);
            } else if (object.isPresent() && reach.bring(object.orElseThrow(), mac.id())) {
                return queued(Direction.INSTALL_PROFILE, object.orElseThrow(), name);
            }
        }
        return new Delivery.Refused("somebody deletes the object " + name + " each time it is made");
    }

    /**
     * Has the Mac remove what an object brought. The object stays, also when nobody is in its scope: another Mac may be
     * about to come into it, and no read tells so.
     */
    Delivery remove(ObjectName name) {
        Optional<Known> object = profiles.findNamed(name);
        if (object.isEmpty()) {
            return new Delivery.Unchanged();
        }
        boolean before = object.orElseThrow().scope().leavesOut(mac.id());
        reach.take(object.orElseThrow(), mac.id());
        Delivery queued = queued(Direction.REMOVE_PROFILE, object.orElseThrow(), name);
        return before && !isOpen(Direction.REMOVE_PROFILE, object.orElseThrow()) ? new Delivery.Unchanged() : queued;
    }

    private Optional<Known> made(ObjectName name, Bytes content) {
        Optional<Known> known = profiles.findNamed(name);
        if (known.isPresent()) {
            return known;
        }
        if (profiles.create(name, content)) {
            notes.note("the object " + name + " was made");
        }
        return profiles.findNamed(name);
    }

    /** The Mac has the object already, by what Jamf Pro says. */
    private Delivery again(Known object, ObjectName name, boolean anew) {
        Optional<Issued> latest = outcomes.findLatest(mac, Direction.INSTALL_PROFILE, object);
        if (anew || latest.filter(issued -> issued.state() == State.ERROR).isPresent()) {
            reach.take(object, mac.id()).ifPresent(left -> reach.bring(left, mac.id()));
            return queued(Direction.INSTALL_PROFILE, object, name);
        }
        outcomes.remember(commandUuid, mac, Direction.INSTALL_PROFILE, object.asOf(latest.map(Issued::sent)), name);
        return latest.filter(Issued::isOpen).isPresent()
                ? new Delivery.Queued(Optional.empty())
                : new Delivery.Unchanged();
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
