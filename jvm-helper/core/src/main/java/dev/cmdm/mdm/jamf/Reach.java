// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.mdm.jamf.ProfilesEndpoint.Known;
import dev.cmdm.profile.ObjectName;

/**
 * Puts one Mac into the reach of an object, or out of it: each object is for the static group of its own name, which the
 * Mac joins and leaves. The scope itself is written once, when the object is made; for it can be written only whole, so
 * that of two who read, change and write it the later would undo the earlier.
 */
final class Reach {
    /** How often a Mac joins or leaves before it is held that somebody else undoes it. */
    private static final int TRIES = 3;

    private final GroupsEndpoint groups;
    private final Notes notes;
    private final String computer;

    /**
     * The reach of objects to one Mac.
     *
     * @param notes told of each change
     * @param computer the Mac's number
     */
    Reach(GroupsEndpoint groups, Notes notes, String computer) {
        this.groups = groups;
        this.notes = notes;
        this.computer = computer;
    }

    /**
     * The number of the group for an object, which is made if there is none.
     *
     * @throws UndeliveredException when there is none and none can be made
     */
    String group(ObjectName name) {
        return groups.findNamed(name).orElseGet(() -> {
            if (groups.create(name)) {
                notes.note("the static group " + name + " was made");
            }
            return groups.findNamed(name)
                    .orElseThrow(() -> new UndeliveredException(
                            new Delivery.Refused("somebody deletes the static group " + name + " when it is made")));
        });
    }

    /**
     * The number of the group that an object is for.
     *
     * @throws UndeliveredException when joining it would not bring this Mac the object
     */
    static String group(Known object, ObjectName name, String computer) {
        if (object.scope().excludes(computer)) {
            throw new UndeliveredException(
                    new Delivery.Refused("somebody excluded this Mac from the scope of the object " + name
                            + " in Jamf Pro; take the exclusion out there, or the profile out of what is declared"));
        }
        return object.scope()
                .findGroup(name.toString())
                .filter(Encoded::isNumber)
                .orElseThrow(
                        () -> new UndeliveredException(
                                new Delivery.Refused(
                                        "the scope of the object " + name
                                                + " in Jamf Pro lacks the static group of that name; delete the object, and the next run makes both")));
    }

    /** Whether the Mac is a member. */
    boolean isIn(String group) {
        return groups.hasMember(group, computer);
    }

    /**
     * Has the Mac join a group.
     *
     * @return whether there is still such a group
     * @throws UndeliveredException when somebody undid it each time, or a call had a bad end
     */
    boolean join(String group) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (!groups.add(group, computer)) {
                return false;
            }
            notes.note("this Mac joined the static group " + group);
            if (isIn(group)) {
                return true;
            }
        }
        throw undone("stay in", group);
    }

    /**
     * Has the Mac leave a group.
     *
     * @throws UndeliveredException when somebody undid it each time, or a call had a bad end
     */
    void leave(String group) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (groups.remove(group, computer)) {
                notes.note("this Mac left the static group " + group);
            }
            if (!isIn(group)) {
                return;
            }
        }
        throw undone("leave", group);
    }

    private static UndeliveredException undone(String what, String group) {
        return new UndeliveredException(new Delivery.Refused("this Mac does not " + what + " the static group " + group
                + " in Jamf Pro; who else writes its members?"));
    }
}
