// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.journal.Entry;
import dev.cmdm.macos.LocalChangeException;
import dev.cmdm.macos.Mac;
import dev.cmdm.macos.StateUnreadableException;
import dev.cmdm.plan.Step;
import dev.cmdm.profile.ProfileKey;
import java.util.Optional;

/** Puts content back locally that the MDM did not bring after its local copy had made way. */
final class PuttingBack {
    private final Mac mac;
    private final Ledger ledger;
    private final Task task;
    private final Surroundings surroundings;

    PuttingBack(Mac mac, Ledger ledger, Task task, Surroundings surroundings) {
        this.mac = mac;
        this.ledger = ledger;
        this.task = task;
        this.surroundings = surroundings;
    }

    /** Writes down that a content comes back, and that nothing sent for it counts any more: it would meet a local copy. */
    void begin(ProfileKey key) {
        ledger.state().findPending(key).ifPresent(sent -> {
            String why = "its content is put back locally";
            ledger.note(new Entry.GivenUp(surroundings.time().now(), sent.commandUuid(), why));
            ledger.people(sent, "given up", why);
        });
        ledger.note(new Entry.PutBack(surroundings.time().now(), key));
    }

    /** What is to be told of a migration whose sending failed: on macOS 10.15 and older its content is back, or why not. */
    Failure after(Failure sending, Step step) {
        return new Failure(sending.kind(), sending.what() + "; " + back(step), sending.where(), sending.hint());
    }

    private String back(Step step) {
        if (!task.device().macos().installsLocally()) {
            return "its local copy is gone, and only the MDM can bring it";
        }
        ProfileKey key = step.key().orElseThrow();
        begin(key);
        try {
            mac.installLocally(
                    key, step.delivery().orElseThrow().form().content().toArray());
        } catch (LocalChangeException e) {
            return "it could not be put back locally: " + e.getMessage();
        }
        return findSeen(step).map(entry -> noted(step, entry)).orElse("it was put back locally and is not seen yet");
    }

    private Optional<Entry> findSeen(Step step) {
        try {
            Expected expected =
                    Expected.locally(step, task.installed(), task.desired().owner());
            return new Sight(mac.readInstalled(), surroundings.time().now()).findSeen(expected.anew());
        } catch (StateUnreadableException e) {
            return Optional.empty();
        }
    }

    private String noted(Step step, Entry seen) {
        ledger.note(seen);
        ledger.people(task.desired().owner().name(), step.key().orElseThrow(), "put back", "locally");
        return "it was put back locally";
    }
}
