// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.desired.Owner;
import dev.cmdm.journal.Entry;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Step;
import dev.cmdm.profile.ProfileKey;
import java.time.Duration;
import java.time.Instant;

/**
 * One plan while it is carried out: what to do, where it is written down, and what else it depends on.
 *
 * @param task what to do
 * @param ledger where it is written down
 * @param surroundings what else it depends on
 */
record Job(Task task, Ledger ledger, Surroundings surroundings) {

    /** Who declared what is carried out. */
    Owner owner() {
        return task.desired().owner();
    }

    Instant now() {
        return surroundings.time().now();
    }

    /** The time that never goes back. */
    Duration elapsed() {
        return surroundings.time().elapsed();
    }

    Pause pause() {
        return new Pause(surroundings);
    }

    /** Tells people what happened to a profile that the owner declared, or let go. */
    void people(ProfileKey key, String word, String text) {
        ledger.people(owner().name(), key, word, text);
    }

    /**
     * Notes that a reading shows what a command asked for, and tells of it.
     *
     * @param id of the step that it is told under
     * @return how long after it was sent
     */
    Duration seen(Entry end, String id, Pending sent) {
        Duration took = Duration.between(sent.sentAt(), now());
        seen(end, id, sent.owner(), sent.key(), OutcomeWords.seen(sent.removes(), took));
        return took;
    }

    /** The same about any change. */
    void seen(Entry end, String id, Owner owner, ProfileKey key, String words) {
        ledger.note(end);
        ledger.people(owner.name(), key, "seen", words);
        tell(Progress.Kind.SEEN, id, words);
    }

    /** Tells what goes on about a step to whoever hears it now. */
    void tell(Progress.Kind kind, Step step, String words) {
        tell(kind, step.id(), words);
    }

    /** The same about what may be no step of this plan. */
    void tell(Progress.Kind kind, String id, String words) {
        surroundings.progress().tell(new Progress.Event(kind, id, id + ": " + words));
    }
}
