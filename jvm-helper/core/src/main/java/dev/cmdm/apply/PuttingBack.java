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
    private final Job job;

    PuttingBack(Mac mac, Job job) {
        this.mac = mac;
        this.job = job;
    }

    /** Writes down that a content comes back, and that nothing sent for it counts any more: it would meet a local copy. */
    void begin(ProfileKey key) {
        job.ledger().state().findPending(key).ifPresent(sent -> {
            String why = "its content is put back locally";
            job.ledger().note(new Entry.GivenUp(job.now(), sent.commandUuid(), why));
            job.ledger().people(sent, "given up", why);
        });
        job.ledger().note(new Entry.PutBack(job.now(), key));
    }

    /** What is to be told of a migration whose sending failed: on macOS 10.15 and older its content is back, or why not. */
    Failure after(Failure sending, Step step) {
        return new Failure(sending.kind(), sending.what() + "; " + back(step), sending.where(), sending.hint());
    }

    private String back(Step step) {
        if (!job.task().device().macos().installsLocally()) {
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
            Expected expected = Expected.locally(step, job.task().installed(), job.owner());
            return new Sight(mac.readInstalled(), job.now()).findSeen(expected.anew());
        } catch (StateUnreadableException e) {
            return Optional.empty();
        }
    }

    private String noted(Step step, Entry seen) {
        job.ledger().note(seen);
        job.people(step.key().orElseThrow(), "put back", "locally");
        return "it was put back locally";
    }
}
