// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.UndeliveredException;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * Brings one Mac an object and takes it away. Each step looks first whether it is done, so that what a crash or a lost
 * answer cut short is finished by doing all of it again.
 */
final class Deliverer {
    /** How often an object that somebody deletes meanwhile is made again. */
    private static final int TRIES = 3;

    private static final Delivery QUEUED = new Delivery.Queued(Optional.empty());

    private final TeamProfilesEndpoint profiles;
    private final LabelsEndpoint labels;
    private final ResendEndpoint resends;
    private final Reach reach;
    private final Notes notes;
    private final KnownHost host;
    private final long number;

    /**
     * One command for one Mac.
     *
     * @param host the Mac as it is now
     * @param number its number
     */
    Deliverer(
            TeamProfilesEndpoint profiles,
            LabelsEndpoint labels,
            ResendEndpoint resends,
            Reach reach,
            Notes notes,
            KnownHost host,
            long number) {
        this.profiles = profiles;
        this.labels = labels;
        this.resends = resends;
        this.reach = reach;
        this.notes = notes;
        this.host = host;
        this.number = number;
    }

    /**
     * Has the Mac install what is in an object.
     *
     * @param content what an object of this name holds, under its own name
     * @param anew whether it is sent again to a Mac that is said to have it
     */
    Delivery install(ObjectName name, Bytes content, boolean anew) {
        Bytes named = NamedContent.of(content, name);
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<TeamProfile> object = made(name, named);
            if (object.isPresent()) {
                requireOwnLabel(object.orElseThrow(), name);
                if (host.labels().contains(name.toString()) || reach.join(name.toString())) {
                    return given(object.orElseThrow(), name, anew);
                }
            }
        }
        return new Delivery.Refused(
                "somebody deletes the configuration profile " + name + " or its label each time it is made");
    }

    /**
     * Has the Mac remove what an object brought. Profile and label stay, also when nobody has it: another Mac may be
     * about to be given it, and no read tells so.
     */
    Delivery remove(ObjectName name) {
        String label = name.toString();
        Optional<TeamProfile> object = TeamProfile.findNamed(profiles.all(host.team()), name);
        if (object.filter(there -> there.labels().reachWithout(label, host.labels()))
                .isPresent()) {
            return new Delivery.Refused("somebody gave this Mac the configuration profile " + name
                    + " in Fleet otherwise than by the label of its name; give it that label alone there");
        }
        boolean labelled = host.labels().contains(label);
        if (labelled) {
            reach.leave(label);
            return QUEUED;
        }
        return out(label);
    }

    /** What became of its having lost the label before. */
    private Delivery out(String label) {
        Optional<HostProfile> there = host.profiles().stream()
                .filter(profile -> profile.name().equals(label))
                .findFirst();
        return there.map(profile -> profile.isStuck()
                        ? new Delivery.Refused("this Mac refused to remove it, and Fleet does not ask it again: "
                                + String.join("; ", Outcomes.words(profile)))
                        : QUEUED)
                .orElseGet(Delivery.Unchanged::new);
    }

    private Optional<TeamProfile> made(ObjectName name, Bytes content) {
        List<TeamProfile> team = profiles.all(host.team());
        profiles.findObstacle(team, host, name.identifier().value()).ifPresent(words -> {
            throw new UndeliveredException(new Delivery.Refused(words));
        });
        Optional<TeamProfile> known = TeamProfile.findNamed(team, name);
        if (known.isPresent()) {
            return known;
        }
        Optional<Long> label = labels.ensure(name);
        if (label.isEmpty()) {
            notes.note("the label " + name + " was made");
        } else if (labels.isOnOthers(label.orElseThrow(), host)) {
            return Optional.of(beforeOthers(name));
        }
        if (profiles.create(host.team(), name, content)) {
            notes.note("the configuration profile " + name + " was made");
        }
        return TeamProfile.findNamed(profiles.all(host.team()), name);
    }

    /**
     * The object that others of this team were given a moment ago: whoever has the label without one had an object that
     * somebody deleted, and another one would reach all of them at once.
     */
    private TeamProfile beforeOthers(ObjectName name) {
        return TeamProfile.findNamed(profiles.all(host.team()), name)
                .orElseThrow(() -> new UndeliveredException(new Delivery.Refused("the configuration profile " + name
                        + " was deleted in Fleet, and other hosts of this Mac's team still have the label of that name,"
                        + " who would all get a new one; delete the label too")));
    }

    private static void requireOwnLabel(TeamProfile object, ObjectName name) {
        if (!object.labels().areOnly(name.toString())) {
            throw new UndeliveredException(new Delivery.Refused("the configuration profile " + name
                    + " in Fleet is not for the label of its name alone; delete both, and the next run makes them"));
        }
    }

    /** The Mac has the label now; how the object stood on it before tells whether Fleet sends something by itself. */
    private Delivery given(TeamProfile object, ObjectName name, boolean anew) {
        HostProfile.State state = host.findProfile(object.uuid())
                .filter(there -> !there.removes())
                .map(HostProfile::state)
                .orElse(HostProfile.State.PENDING);
        return switch (state) {
            case PENDING -> QUEUED;
            case FAILED -> resend(object, name, QUEUED);
            case ACKNOWLEDGED -> anew ? resend(object, name, new Delivery.Unchanged()) : new Delivery.Unchanged();
        };
    }

    private Delivery resend(TeamProfile object, ObjectName name, Delivery otherwise) {
        if (!resends.send(number, object.uuid())) {
            return otherwise;
        }
        notes.note("the configuration profile " + name + " is sent to this Mac again");
        return QUEUED;
    }
}
