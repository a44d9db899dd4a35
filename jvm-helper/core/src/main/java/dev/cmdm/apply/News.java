// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.journal.Entry;
import dev.cmdm.plan.Pending.Report.Status;
import java.util.List;

/** Writes down what a server told while the Mac is waited for, and tells people of it. */
final class News {
    private final Ledger ledger;
    private final Surroundings surroundings;

    News(Ledger ledger, Surroundings surroundings) {
        this.ledger = ledger;
        this.surroundings = surroundings;
    }

    /** Takes note of something about one of these changes. */
    void hear(Entry entry, List<Awaited> changes) {
        ledger.note(entry);
        if (entry instanceof Entry.Answered told) {
            changes.stream()
                    .filter(awaited -> awaited.isOf(told.commandUuid()))
                    .forEach(awaited -> tell(awaited, told));
        }
    }

    private void tell(Awaited awaited, Entry.Answered told) {
        String words = OutcomeWords.reported(told.report());
        ledger.people(awaited.sent().orElseThrow(), OutcomeWords.word(told.report()), words);
        if (told.report().status() == Status.REFUSED) {
            String id = awaited.step().id();
            surroundings.progress().tell(new Progress.Event(Progress.Kind.FAILED, id, id + ": " + words));
        }
    }
}
