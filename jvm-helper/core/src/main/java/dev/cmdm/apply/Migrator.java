// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.installed.Installed;
import dev.cmdm.journal.Entry;
import dev.cmdm.journal.JournalUnavailableException;
import dev.cmdm.journal.Keep;
import dev.cmdm.macos.LocalChangeException;
import dev.cmdm.macos.Mac;
import dev.cmdm.macos.StateUnreadableException;
import dev.cmdm.plan.Migration;
import dev.cmdm.plan.Step;
import dev.cmdm.profile.ProfileKey;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets local copies make way for the MDM's. The content is kept and the intent written down before the copy goes,
 * and nothing goes while the MDM does not answer, so that the time without it is short and the next run, whatever
 * ended this one, knows what is missing.
 */
final class Migrator {
    private static final int READINGS = 3;
    private static final Duration BETWEEN_READINGS = Duration.ofMillis(300);

    private final Mac mac;
    private final Sender sender;
    private final Keep keep;
    private final Job job;

    Migrator(Mac mac, Sender sender, Keep keep, Job job) {
        this.mac = mac;
        this.sender = sender;
        this.keep = keep;
        this.job = job;
    }

    /** Takes the local copy off the Mac and asks the MDM for its own; puts the content back where that fails and can be. */
    Sender.Sent migrate(Step step) {
        Optional<Failure> no = sender.findTrouble().or(() -> begin(step));
        if (no.isPresent()) {
            return new Sender.Sent.Failed(no.orElseThrow());
        }
        ProfileKey key = step.key().orElseThrow();
        job.tell(Progress.Kind.SENDING, step, "removing its local copy");
        Optional<String> refused = remove(key);
        Optional<Installed> after = findReading(key);
        if (after.isEmpty()) {
            return unknown(key);
        } else if (after.orElseThrow().find(key).isPresent()) {
            return stayed(key, refused.orElse("profiles told of no trouble, and it is still on this Mac"));
        }
        job.people(key, "removed", "its local copy, which makes way for the MDM's");
        Sender.Sent sent = sender.send(step, after.orElseThrow());
        return sent instanceof Sender.Sent.Failed failed
                ? new Sender.Sent.Failed(new PuttingBack(mac, job).after(failed.failure(), step))
                : sent;
    }

    /** Why it must not begin, or nothing once its content and its intent are stored. */
    private Optional<Failure> begin(Step step) {
        ProfileKey key = step.key().orElseThrow();
        Step.Delivery delivery = step.delivery().orElseThrow();
        try {
            keep.store(key, delivery.form().content().toArray());
        } catch (JournalUnavailableException e) {
            return Optional.of(new Failure(Failure.Kind.JOURNAL_UNAVAILABLE, String.valueOf(e.getMessage()), "", ""));
        }
        Migration begun = Migration.begun(
                key, delivery.fingerprint(), delivery.onBehalfOf().orElse(job.owner()), job.now());
        job.ledger().note(new Entry.Migrating(job.now(), begun));
        return job.ledger().trouble();
    }

    private Optional<String> remove(ProfileKey key) {
        try {
            mac.removeLocally(key);
            return Optional.empty();
        } catch (LocalChangeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The first reading without the copy, else the last one; nothing when none tells. */
    private Optional<Installed> findReading(ProfileKey key) {
        Pause pause = job.pause();
        Optional<Installed> last = find();
        for (int more = 1;
                more < READINGS && last.filter(now -> now.find(key).isEmpty()).isEmpty();
                more++) {
            pause.of(BETWEEN_READINGS);
            last = find();
        }
        return last;
    }

    private Optional<Installed> find() {
        try {
            return Optional.of(mac.readInstalled());
        } catch (StateUnreadableException e) {
            return Optional.empty();
        }
    }

    /** Whether the copy is really there the next run sees; the intent stays written down until then. */
    private Sender.Sent stayed(ProfileKey key, String words) {
        job.people(key, "failed", words);
        return new Sender.Sent.Failed(new Failure(
                Failure.Kind.LOCAL_REFUSED, "its local copy did not make way: " + words, "", "remove it at the Mac"));
    }

    private Sender.Sent unknown(ProfileKey key) {
        String words = "its local copy was to make way; whether it went is not known, for this Mac cannot be read";
        job.people(key, "failed", words);
        return new Sender.Sent.Failed(new Failure(Failure.Kind.STATE_UNREADABLE, words, "", "the next run finds out"));
    }
}
