// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.journal.Entry;
import dev.cmdm.macos.LocalChangeException;
import dev.cmdm.macos.Mac;
import dev.cmdm.plan.ReasonCode;
import dev.cmdm.plan.Record;
import dev.cmdm.plan.Step;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileKey;
import java.time.Instant;

/**
 * Changes by Apple's own tool. Whatever it ends with, only a later reading tells what came of one: a
 * change that it accepted is waited for, one that it refused is looked for once.
 */
final class LocalChanges {
    /** What no content has. */
    private static final Fingerprint NO_CONTENT = new Fingerprint("0".repeat(64));

    private final Mac mac;
    private final Job job;
    private final Outcomes outcomes;

    LocalChanges(Mac mac, Job job, Outcomes outcomes) {
        this.mac = mac;
        this.job = job;
        this.outcomes = outcomes;
    }

    void install(Step step) {
        if (step.reason().code() == ReasonCode.PUT_BACK && !job.pause().stopped()) {
            new PuttingBack(mac, job).begin(step.key().orElseThrow());
        }
        Expected expected = Expected.locally(step, job.task().installed(), job.owner());
        Awaited change = Awaited.installation(step, expected, job.elapsed());
        expected.dateBefore().ifPresent(date -> {
            job.pause().untilPast(date);
            job.ledger().note(contentUnknown(expected, date));
        });
        carryOut(change, () -> mac.installLocally(expected.key(), content(step)));
    }

    /**
     * From here until a reading shows the new content, nobody can tell which of the two stands under their one UUID;
     * a run that ends in between leaves that to the next.
     */
    private Entry contentUnknown(Expected expected, String date) {
        Instant now = job.now();
        return new Entry.Seen(
                now,
                new Record(expected.key(), expected.uuid(), NO_CONTENT, date, expected.owner(), now, expected.by()));
    }

    void remove(Step step) {
        Awaited change = Awaited.removal(step, job.elapsed());
        carryOut(change, () -> mac.removeLocally(step.key().orElseThrow()));
    }

    private static byte[] content(Step step) {
        return step.delivery().orElseThrow().form().content().toArray();
    }

    private void carryOut(Awaited change, Runnable call) {
        Step step = change.step();
        ProfileKey key = step.key().orElseThrow();
        String verb = change.removes() ? "remove" : "install";
        if (job.pause().stopped()) {
            outcomes.skipped(step, "not tried, for the run was stopped");
            return;
        }
        job.people(key, "asked", "profiles to " + verb + " it");
        job.tell(Progress.Kind.SENDING, step, "asking profiles to " + verb + " it");
        try {
            call.run();
            outcomes.await(change);
        } catch (LocalChangeException e) {
            String words = String.valueOf(e.getMessage());
            job.people(key, "failed", words);
            job.tell(Progress.Kind.FAILED, step, words);
            outcomes.doubt(change, new Failure(Failure.Kind.LOCAL_REFUSED, words, "", ""));
        }
    }
}
