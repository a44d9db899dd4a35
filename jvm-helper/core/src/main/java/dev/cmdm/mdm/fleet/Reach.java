// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.fleet;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Notes;
import dev.cmdm.mdm.UndeliveredException;
import java.util.function.Supplier;

/** Puts one Mac into the reach of an object, or out of it: each object is for the label of its own name. */
final class Reach {
    /** How often a Mac is given a label or loses it before it is held that somebody else undoes it. */
    private static final int TRIES = 3;

    private final HostLabelsEndpoint labels;
    private final Notes notes;
    private final long host;
    private final Supplier<KnownHost> look;

    /**
     * The reach of objects to one Mac.
     *
     * @param notes told of each change
     * @param host the Mac's number
     * @param look asks how the Mac is now
     */
    Reach(HostLabelsEndpoint labels, Notes notes, long host, Supplier<KnownHost> look) {
        this.labels = labels;
        this.notes = notes;
        this.host = host;
        this.look = look;
    }

    /**
     * Gives the Mac a label.
     *
     * @return whether there is still such a label
     * @throws UndeliveredException when somebody undid it each time, or a call had a bad end
     */
    boolean join(String label) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (!labels.add(host, label)) {
                return false;
            }
            notes.note("this Mac was given the label " + label);
            if (isIn(label)) {
                return true;
            }
        }
        throw undone("keep", label);
    }

    /**
     * Takes a label away from the Mac.
     *
     * @throws UndeliveredException when somebody undid it each time, or a call had a bad end
     */
    void leave(String label) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (labels.remove(host, label)) {
                notes.note("the label " + label + " was taken away from this Mac");
            }
            if (!isIn(label)) {
                return;
            }
        }
        throw undone("lose", label);
    }

    private boolean isIn(String label) {
        return look.get().labels().contains(label);
    }

    private static UndeliveredException undone(String what, String label) {
        return new UndeliveredException(new Delivery.Refused(
                "this Mac does not " + what + " the label " + label + " in Fleet; who else gives and takes it?"));
    }
}
