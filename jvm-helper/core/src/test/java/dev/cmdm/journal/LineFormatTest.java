// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.desired.Owner;
import dev.cmdm.installed.Origin;
import dev.cmdm.plan.Migration;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Pending.Report.Status;
import dev.cmdm.plan.Record;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Entries as lines, and the fewest that a state is written down as. */
class LineFormatTest extends JournalFixture {
    @Test
    void theFewestEntriesAmountToTheSameWhateverCameBefore() {
        for (int seed = 0; seed < 2000; seed++) {
            JournalState state = JournalState.EMPTY.after(life(new Random(seed)));
            List<Entry> fewest = state.entries();
            assertThat(JournalState.EMPTY.after(fewest)).as("life %d", seed).isEqualTo(state);
            assertThat(fewest.stream().map(LineFormat::write).map(LineFormat::read))
                    .as("lines of life %d", seed)
                    .containsExactlyElementsOf(fewest);
        }
    }

    @Test
    void anyOneChangedCharacterOfALineIsNoticed() {
        String line = LineFormat.write(sending(A, "1"));
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) (1 << bit);
                String text = new String(changed, StandardCharsets.UTF_8);
                assertThatThrownBy(() -> LineFormat.read(text)).isInstanceOf(UnreadableLineException.class);
            }
        }
    }

    @Test
    void anyShortenedLineIsNoticed() {
        String line = LineFormat.write(seen(A));
        for (int length = 0; length < line.length(); length++) {
            String shortened = line.substring(0, length);
            assertThatThrownBy(() -> LineFormat.read(shortened)).isInstanceOf(UnreadableLineException.class);
        }
    }

    @Test
    void aLineIsOneLineWhateverStandsInIt() {
        Owner odd = new Owner("chef:a\tb\nc\r\\u0041 \u2028 \ud83d\ude00=");
        Entry entry = new Entry.Sending(NOW, Pending.install(KEY, A, "u\0", "1", odd, NOW));
        String line = LineFormat.write(entry);
        assertThat(line.lines()).hasSize(1);
        assertThat(LineFormat.read(line)).isEqualTo(entry);
    }

    private static List<Entry> life(Random random) {
        List<Entry> entries = new ArrayList<>();
        JournalState state = JournalState.EMPTY;
        for (int at = 0; at < 40; at++) {
            Entry entry = entry(random, state, at);
            entries.add(entry);
            state = state.after(List.of(entry));
        }
        return entries;
    }

    /** New attempts have new ids; everything else is about some attempt so far, whether still known or not. */
    private static Entry entry(Random random, JournalState state, int number) {
        Instant at = NOW.plusSeconds(number);
        ProfileKey key = random.nextBoolean()
                ? KEY
                : new ProfileKey(new ProfileIdentifier("com.acme.mail"), Scope.USER, "alice");
        Fingerprint content = random.nextBoolean() ? A : B;
        String fresh = "ID-" + number;
        String id = "ID-" + random.nextInt(number + 1);
        Owner owner = new Owner(random.nextBoolean() ? "puppet" : "chef:\tacme");
        return switch (random.nextInt(15)) {
            case 0, 1 -> new Entry.Sending(at, Pending.install(key, content, "U-" + content.hex(), fresh, owner, at));
            case 2 -> new Entry.Sending(at, Pending.removal(key, fresh, owner, at));
            case 3 -> new Entry.Queued(at, id);
            case 4 -> new Entry.Withdrawn(at, id, "refused");
            case 5 -> new Entry.Looked(at, id, random.nextBoolean());
            case 6 -> new Entry.Seen(at, new Record(key, "U-" + content.hex(), content, "date", owner, at, Origin.MDM));
            case 7 -> new Entry.Gone(at, key);
            case 8 -> new Entry.Migrating(at, Migration.begun(key, content, owner, at));
            case 9 -> new Entry.PutBack(at, key);
            case 10 -> new Entry.Migrated(at, key);
            case 11 -> new Entry.Forgotten(at, key);
            case 12 -> new Entry.Unchanged(at, id);
            case 13 -> new Entry.Answered(at, id, report(random, at));
            default ->
                state.findPending(key)
                        .<Entry>map(last -> new Entry.Sending(
                                at, last.again(at, last.uuid()).over("date")))
                        .orElse(new Entry.GivenUp(at, id, "too old"));
        };
    }

    private static Pending.Report report(Random random, Instant at) {
        Status status = Status.values()[random.nextInt(Status.values().length)];
        List<String> words = List.of("ConfigProfilePluginDomain (-319): a\tb=\\", "a\nb", "", "c");
        return new Pending.Report(at, status, words.subList(0, random.nextInt(words.size() + 1)));
    }
}
