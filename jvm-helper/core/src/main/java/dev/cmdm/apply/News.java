// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.journal.Entry;
import dev.cmdm.plan.Pending.Report.Status;
import java.util.List;

/** Writes down what a server told while the Mac is waited for, and tells people of it. */
final class News {
    private final Job job;

    News(Job job) {
        this.job = job;
    }

    /** Takes note of something about one of these changes. */
    void hear(Entry entry, List<Awaited> changes) {
        job.ledger().note(entry);
        if (entry instanceof Entry.Answered told) {
            changes.stream()
                    .filter(awaited -> awaited.isOf(told.commandUuid()))
                    .forEach(awaited -> tell(awaited, told));
        }
    }

    private void tell(Awaited awaited, Entry.Answered told) {
        job.ledger().answered(awaited.sent().orElseThrow(), told.report());
        if (told.report().status() == Status.REFUSED) {
            job.tell(Progress.Kind.FAILED, awaited.step(), OutcomeWords.reported(told.report()));
        }
    }
}
