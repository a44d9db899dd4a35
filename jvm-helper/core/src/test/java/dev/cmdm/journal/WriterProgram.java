// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import dev.cmdm.desired.Owner;
import dev.cmdm.plan.Pending;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;

/** A process of its own that writes a journal until it is killed, or until the disk takes no more. */
final class WriterProgram {
    private WriterProgram() {}

    /** Opens the journal of a folder and prints a line for each entry once it is stored. */
    public static void main(String[] arguments) {
        Fingerprint content = new Fingerprint("ab".repeat(32));
        FileJournal journal = FileJournal.open(
                Path.of(arguments[0]),
                new FileJournal.Opening(
                        Holder.here("chef-client", Time.SYSTEM.now()), Time.SYSTEM, Duration.ZERO, ZoneOffset.UTC));
        System.out.println("open");
        try {
            for (int at = 1; ; at++) {
                ProfileKey key = ProfileKey.system(new ProfileIdentifier("com.acme.p" + at));
                journal.add(new Entry.Sending(
                        Time.SYSTEM.now(),
                        Pending.install(key, content, "UUID", "ID-" + at, Owner.CLI, Time.SYSTEM.now())));
                System.out.println("stored " + at);
            }
        } catch (JournalUnavailableException e) {
            System.out.println("refused " + e.getMessage());
        }
    }
}
