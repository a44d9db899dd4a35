// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.jamf;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.jamf.ProfilesEndpoint.Known;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Puts one Mac into the reach of an object, or out of it. A scope can be written only whole, so that of two who read,
 * change and write it at once the later undoes the earlier: after each writing it is read again, and written again while
 * it is not as it should be, each time with everybody who was in it. (Design advice of the Classic API's users; a static
 * group has no such trouble.)
 */
final class Reach {
    /** How often it is written; each time at least one of those who write at once gets through. */
    private static final int TRIES = 6;

    private final ProfilesEndpoint profiles;
    private final GroupsEndpoint groups;
    private final Optional<String> group;
    private final Notes notes;

    /**
     * The reach of objects.
     *
     * @param group the name of the static group that Macs join where an object is for it
     * @param notes told of each change
     */
    Reach(ProfilesEndpoint profiles, GroupsEndpoint groups, Optional<String> group, Notes notes) {
        this.profiles = profiles;
        this.groups = groups;
        this.group = group;
        this.notes = notes;
    }

    /** Whether a Mac has an object in the way that {@link #bring} gives it. */
    boolean holds(Known object, String computer) {
        Optional<String> joined = group(object);
        return joined.isPresent()
                ? !object.scope().excludes(computer) && groups.hasMember(joined.orElseThrow(), computer)
                : object.scope().names(computer);
    }

    /**
     * Gives a Mac an object: as a member of the group that the object is for, else by name.
     *
     * @return whether there is still such an object
     * @throws UndeliveredException when somebody undid it each time, or a call had a bad end
     */
    boolean bring(Known object, String computer) {
        Optional<String> joined = group(object);
        if (joined.isEmpty()) {
            return write(object, scope -> scope.names(computer), scope -> scope.naming(computer), "put into")
                    .isPresent();
        }
        Optional<Known> open =
                write(object, scope -> !scope.excludes(computer), scope -> scope.admitting(computer), "let into");
        join(joined.orElseThrow(), computer);
        return open.isPresent();
    }

    /**
     * Takes an object from a Mac, and from no other.
     *
     * @return what is left of it; nothing when the object is gone
     * @throws UndeliveredException when somebody undid it each time, or a call had a bad end
     */
    Optional<Known> take(Known object, String computer) {
        return write(object, scope -> scope.leavesOut(computer), scope -> scope.leavingOut(computer), "taken out of");
    }

    private Optional<String> group(Known object) {
        return group.flatMap(object.scope()::findGroup).filter(Encoded::isNumber);
    }

    private void join(String id, String computer) {
        for (int tries = 0; !groups.hasMember(id, computer); tries++) {
            if (tries == TRIES) {
                throw new UndeliveredException(
                        new Delivery.Refused("this Mac does not stay in the group of mdm.group; is it a static one?"));
            }
            groups.add(id, computer);
            notes.note("this Mac joined the group " + group.orElse(id));
        }
    }

    private Optional<Known> write(Known first, Predicate<Scope> done, UnaryOperator<Scope> change, String words) {
        Optional<Known> seen = Optional.of(first);
        for (int tries = 0; seen.filter(known -> !done.test(known.scope())).isPresent(); tries++) {
            if (tries == TRIES) {
                throw new UndeliveredException(new Delivery.Refused("the scope of object " + first.id()
                        + " was written by somebody else each time; it is tried again at the next run"));
            }
            if (profiles.write(first.id(), change.apply(seen.orElseThrow().scope()))) {
                notes.note("this Mac was " + words + " the scope of object " + first.id());
            }
            seen = profiles.findNumbered(first.id());
        }
        return seen;
    }
}
