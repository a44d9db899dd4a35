// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.desired.Owner;
import dev.cmdm.installed.Origin;
import dev.cmdm.plan.Form;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Record;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileJournalTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Fingerprint CONTENT = new Fingerprint("ab".repeat(32));
    private static final Owner OWNER = new Owner("chef:acme");

    @TempDir
    Path parent;

    @Test
    void whatWasWrittenIsReadAgain() {
        JournalState written;
        try (FileJournal journal = open()) {
            everyKindOfEntry().forEach(journal::add);
            written = journal.state();
        }
        assertThat(FileJournal.read(folder()).state()).isEqualTo(written);
        assertThat(FileJournal.read(folder()).notes()).isEmpty();
        try (FileJournal again = open()) {
            assertThat(again.state()).isEqualTo(written);
        }
    }

    @Test
    void anIdentifierMayHoldWhateverMacOsTakes() {
        ProfileKey odd = new ProfileKey(new ProfileIdentifier("com.acme odd=\\ %41 ünï"), Scope.USER, "a lice");
        try (FileJournal journal = open()) {
            journal.add(sending(odd, "c-1"));
        }
        assertThat(FileJournal.read(folder()).state().findPending(odd)).isPresent();
    }

    @Test
    void nobodyElseMayLookIn() throws IOException {
        open().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aFolderThatIsMissingHoldsNothingAndIsNotMade() {
        assertThat(FileJournal.read(folder()).state()).isEqualTo(JournalState.EMPTY);
        assertThat(folder()).doesNotExist();
    }

    /** A line is torn at every byte, as a crash while writing could. */
    @Test
    void aTornLastLineIsDroppedWhereverItIsTorn() throws IOException {
        try (FileJournal journal = open()) {
            journal.add(sending(key("a"), "c-1"));
        }
        byte[] whole = Files.readAllBytes(file());
        try (FileJournal journal = open()) {
            journal.add(sending(key("b"), "c-2"));
        }
        byte[] longer = Files.readAllBytes(file());
        for (int length = whole.length; length < longer.length; length++) {
            Files.write(file(), java.util.Arrays.copyOf(longer, length));
            assertThat(FileJournal.read(folder()).state().pending())
                    .as("torn at %d", length)
                    .hasSize(1);
        }
    }

    @Test
    void afterATornLineWritingGoesOn() throws IOException {
        try (FileJournal journal = open()) {
            journal.add(sending(key("a"), "c-1"));
        }
        Files.writeString(file(), Files.readString(file()) + "half a li");
        try (FileJournal journal = open()) {
            journal.add(sending(key("b"), "c-2"));
        }
        assertThat(FileJournal.read(folder()).state().pending()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 20, 60, 120})
    void aLineInWhichAByteChangedIsNotTrustedAndIsSaid(int at) throws IOException {
        try (FileJournal journal = open()) {
            journal.add(sending(key("a"), "c-1"));
            journal.add(sending(key("b"), "c-2"));
        }
        byte[] bytes = Files.readAllBytes(file());
        bytes[at] ^= 1;
        Files.write(file(), bytes);
        FileJournal.Reading reading = FileJournal.read(folder());
        assertThat(reading.state().pending()).extracting(Pending::commandUuid).containsExactly("c-2");
        assertThat(reading.notes()).hasSize(1);
    }

    @Test
    void aSecondWriterWaitsAndThenSaysWhoWrites() {
        FakeTime time = new FakeTime();
        try (FileJournal first = open()) {
            assertThatThrownBy(() -> FileJournal.open(folder(), opening("puppet", time)))
                    .isInstanceOf(JournalUnavailableException.class)
                    .hasMessageContaining("another run (chef-client, pid 812, since 12:00)")
                    .hasMessageContaining("waited 30 s");
            assertThat(first.state()).isEqualTo(JournalState.EMPTY);
        }
        assertThat(time.slept).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
        FileJournal.open(folder(), opening("puppet", time)).close();
    }

    @Test
    void readingNeedsNoLock() {
        try (FileJournal journal = open()) {
            journal.add(sending(key("a"), "c-1"));
            assertThat(FileJournal.read(folder()).state().pending()).hasSize(1);
        }
    }

    @Test
    void itIsRewrittenWhenItGrowsAndSaysTheSameAfterwards() throws IOException {
        try (FileJournal journal = FileJournal.open(folder(), opening("chef-client", new FakeTime()), 4096)) {
            for (int i = 0; i < 200; i++) {
                journal.add(sending(key("a"), "c-" + i));
                journal.add(new Entry.Withdrawn(NOW, "c-" + i, "refused"));
            }
            journal.add(sending(key("a"), "c-last"));
        }
        assertThat(Files.size(file())).isLessThan(16_384);
        assertThat(FileJournal.read(folder()).state().pending())
                .extracting(Pending::commandUuid)
                .containsExactly("c-last");
    }

    @Test
    void aFolderThatOthersMayWriteIsNotUsed() throws IOException {
        Files.createDirectory(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(this::open)
                .isInstanceOf(JournalUnavailableException.class)
                .hasMessageContaining(folder().toString());
    }

    @Test
    void whoSignedIsKeptWithWhatWasSentAndSeenAndNobodyKnowsWhereItWasNotWritten() {
        Pending sent =
                Pending.install(key("a"), CONTENT, "UUID-1", "c-1", OWNER, NOW).signedBy("CN=Acme until 2027");
        Record nobody =
                new Record(key("b"), "UUID-1", CONTENT, "date", OWNER, NOW, Origin.MDM, Optional.of(Form.NOBODY));
        Record unknown = new Record(key("c"), "UUID-1", CONTENT, "date", OWNER, NOW, Origin.MDM);
        try (FileJournal journal = open()) {
            journal.add(new Entry.Sending(NOW, sent));
            journal.add(new Entry.Seen(NOW, nobody));
            journal.add(new Entry.Seen(NOW, unknown));
        }
        JournalState state = FileJournal.read(folder()).state();
        assertThat(state.pending()).containsExactly(sent);
        assertThat(state.records()).containsExactlyInAnyOrder(nobody, unknown);
    }

    private List<Entry> everyKindOfEntry() {
        Record record = new Record(key("b"), "UUID-1", CONTENT, "2026-03-01 12:00:00 +0000", OWNER, NOW, Origin.LOCAL);
        return List.of(
                sending(key("a"), "c-1"),
                new Entry.Queued(NOW, "c-1"),
                new Entry.Unchanged(NOW, "c-1"),
                new Entry.Looked(NOW, "c-1", true),
                new Entry.Looked(NOW.plusSeconds(60), "c-1", false),
                new Entry.Answered(
                        NOW.plusSeconds(61),
                        "c-1",
                        new Pending.Report(NOW, Pending.Report.Status.REFUSED, List.of("A (1): one", "B (2): two"))),
                sending(key("b"), "c-2"),
                new Entry.Seen(NOW, record),
                new Entry.Sending(NOW, Pending.removal(key("c"), "c-3", OWNER, NOW)),
                new Entry.Gone(NOW, key("d")),
                sending(key("e"), "c-4"),
                new Entry.Withdrawn(NOW, "c-4", "the MDM refused it"));
    }

    private static Entry sending(ProfileKey key, String command) {
        return new Entry.Sending(NOW, Pending.install(key, CONTENT, "UUID-1", command, OWNER, NOW));
    }

    private static ProfileKey key(String name) {
        return ProfileKey.system(new ProfileIdentifier("com.acme." + name));
    }

    private FileJournal open() {
        return FileJournal.open(folder(), opening("chef-client", new FakeTime()));
    }

    private static FileJournal.Opening opening(String program, Time time) {
        return new FileJournal.Opening(new Holder(program, 812, NOW), time, Duration.ofSeconds(30), ZoneOffset.UTC);
    }

    private Path folder() {
        return parent.resolve("state");
    }

    private Path file() {
        return folder().resolve("journal");
    }

    private static final class FakeTime implements Time {
        private Duration slept = Duration.ZERO;

        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public Duration elapsed() {
            return slept;
        }

        @Override
        public void sleep(Duration span) {
            slept = slept.plus(span);
        }
    }
}
