// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.mdm.jamf.GroupsEndpoint.Group;
import dev.cmdm.mdm.jamf.ProfilesEndpoint.Known;
import dev.cmdm.profile.ObjectName;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Puts one Mac into the reach of objects, or out of it: each object is for the static group of its own name, which the
 * Mac joins and leaves. The scope itself is written once, when the object is made; for it can be written only whole, so
 * that of two who read, change and write it the later would undo the earlier.
 */
final class Reach {
    private final GroupsEndpoint groups;
    private final Supplier<Set<String>> memberships;
    private final String computer;
    private final Notes notes;

    /**
     * The reach of objects to one Mac.
     *
     * @param memberships asks for the numbers of the groups that the Mac is a member of; of a group that would be all
     *     its Macs
     * @param computer the Mac's number
     * @param notes told of each change
     */
    Reach(GroupsEndpoint groups, Supplier<Set<String>> memberships, String computer, Notes notes) {
        this.groups = groups;
        this.memberships = memberships;
        this.computer = computer;
        this.notes = notes;
    }

    /**
     * The group for an object that is about to be made; it is made if there is none.
     *
     * @throws UndeliveredException when there is none and none can be made
     */
    Group ensureGroup(ObjectName name) {
        return groups.findNamed(name).orElseGet(() -> new Group(groups.create(name, notes), Set.of()));
    }

    /** Whether other Macs are members of a group, who had or have its object. */
    boolean isOfOthers(Group group) {
        return group.members().stream().anyMatch(member -> !member.equals(computer));
    }

    /**
     * The number of the group that an object is for.
     *
     * @throws UndeliveredException when joining it would not bring this Mac the object
     */
    String groupOf(Known object, ObjectName name) {
        if (object.scope().excludes(computer)) {
            throw refused("somebody excluded this Mac from the scope of the object " + name
                    + " in Jamf Pro; take the exclusion out there, or the profile out of what is declared");
        }
        return object.scope()
                .findGroup(name.toString())
                .filter(Encoded::isNumber)
                .orElseThrow(() -> refused("the scope of the object " + name
                        + " in Jamf Pro lacks the static group of that name; delete object and group, and the next run"
                        + " makes both"));
    }

    /** Whether the Mac is a member. */
    boolean isIn(String group) {
        return memberships.get().contains(group);
    }

    /**
     * Has the Mac join a group.
     *
     * @return whether there is such a group
     * @throws UndeliveredException when it has another end
     */
    boolean join(String group) {
        boolean joined = groups.add(group, computer);
        if (joined) {
            notes.note("this Mac joined the static group " + group);
        }
        return joined;
    }

    /**
     * Has the Mac leave a group, if there is one.
     *
     * @throws UndeliveredException when it has another end
     */
    void leave(String group) {
        if (groups.remove(group, computer)) {
            notes.note("this Mac left the static group " + group);
        }
    }

    /** Has the Mac leave the group of an object that is gone, which would bring it the next of that name. */
    void leaveBehind(ObjectName name) {
        groups.findNamed(name)
                .filter(group -> group.members().contains(computer))
                .ifPresent(group -> leave(group.id()));
    }

    private static UndeliveredException refused(String words) {
        return new UndeliveredException(new Delivery.Refused(words));
    }
}
