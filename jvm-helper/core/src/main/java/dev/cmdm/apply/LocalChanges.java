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
import java.time.Instant;

/**
 * Changes by Apple's own tool. Whatever it ends with, only a later reading tells what came of one: a
 * change that it accepted is waited for, one that it refused is looked for once.
 */
final class LocalChanges {
    /** What no content has. */
    private static final Fingerprint NO_CONTENT = new Fingerprint("0".repeat(64));

    private final Mac mac;
    private final Ledger ledger;
    private final Task task;
    private final Surroundings surroundings;
    private final Outcomes outcomes;

    LocalChanges(Mac mac, Ledger ledger, Task task, Surroundings surroundings, Outcomes outcomes) {
        this.mac = mac;
        this.ledger = ledger;
        this.task = task;
        this.surroundings = surroundings;
        this.outcomes = outcomes;
    }

    void install(Step step) {
        if (step.reason().code() == ReasonCode.PUT_BACK && !new Pause(surroundings).stopped()) {
            new PuttingBack(mac, ledger, task, surroundings).begin(step.key().orElseThrow());
        }
        Expected expected =
                Expected.locally(step, task.installed(), task.desired().owner());
        Awaited change =
                Awaited.installation(step, expected, surroundings.time().elapsed());
        expected.dateBefore().ifPresent(date -> {
            new Pause(surroundings).untilPast(date);
            ledger.note(contentUnknown(expected, date));
        });
        carryOut(change, () -> mac.installLocally(expected.key(), content(step)));
    }

    /**
     * From here until a reading shows the new content, nobody can tell which of the two stands under their one UUID;
     * a run that ends in between leaves that to the next.
     */
    private Entry contentUnknown(Expected expected, String date) {
        Instant now = surroundings.time().now();
        return new Entry.Seen(
                now,
                new Record(expected.key(), expected.uuid(), NO_CONTENT, date, expected.owner(), now, expected.by()));
    }

    void remove(Step step) {
        Awaited change = Awaited.removal(step, surroundings.time().elapsed());
        carryOut(change, () -> mac.removeLocally(step.key().orElseThrow()));
    }

    private static byte[] content(Step step) {
        return step.delivery().orElseThrow().form().content().toArray();
    }

    private void carryOut(Awaited change, Runnable call) {
        Step step = change.step();
        String verb = change.removes() ? "remove" : "install";
        if (new Pause(surroundings).stopped()) {
            outcomes.skipped(step, "not tried, for the run was stopped");
            return;
        }
        people(step, "asked", "profiles to " + verb + " it");
        tell(Progress.Kind.SENDING, step, "asking profiles to " + verb + " it");
        try {
            call.run();
            outcomes.await(change);
        } catch (LocalChangeException e) {
            String words = String.valueOf(e.getMessage());
            people(step, "failed", words);
            tell(Progress.Kind.FAILED, step, words);
            outcomes.doubt(change, new Failure(Failure.Kind.LOCAL_REFUSED, words, "", ""));
        }
    }

    private void people(Step step, String word, String text) {
        ledger.people(task.desired().owner().name(), step.key().orElseThrow(), word, text);
    }

    private void tell(Progress.Kind kind, Step step, String words) {
        surroundings.progress().tell(new Progress.Event(kind, step.id(), step.id() + ": " + words));
    }
}
