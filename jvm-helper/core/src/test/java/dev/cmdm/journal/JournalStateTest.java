// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cmdm.desired.Owner;
import dev.cmdm.installed.Origin;
import dev.cmdm.plan.Deferral;
import dev.cmdm.plan.Migration;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Pending.Answer;
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

/** What entries amount to, and their lines. */
class JournalStateTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final ProfileKey KEY = ProfileKey.system(new ProfileIdentifier("com.acme.dock"));
    private static final Fingerprint A = new Fingerprint("aa".repeat(32));
    private static final Fingerprint B = new Fingerprint("bb".repeat(32));

    @Test
    void aWithdrawnAttemptUncoversTheOneBefore() {
        JournalState state = after(sending(A, "1"), new Entry.Queued(NOW, "1"), sending(B, "2"));
        assertThat(state.findPending(KEY).orElseThrow().commandUuid()).isEqualTo("2");
        JournalState withdrawn = state.after(List.of(new Entry.Withdrawn(NOW, "2", "not reached")));
        assertThat(withdrawn.findPending(KEY)).hasValueSatisfying(sent -> {
            assertThat(sent.commandUuid()).isEqualTo("1");
            assertThat(sent.answer()).isEqualTo(Answer.QUEUED);
        });
    }

    @Test
    void theLastWordOfAnMdmThatTakesNoMoreCountsUntilItTakesSomething() {
        Deferral early = new Deferral(NOW, NOW.plusSeconds(60), "used up");
        Deferral late = new Deferral(NOW.plusSeconds(90), NOW.plusSeconds(3600), "used up\tagain");
        JournalState state = after(new Entry.Deferred(NOW, early), new Entry.Deferred(NOW.plusSeconds(90), late));
        assertThat(state.deferral()).contains(late);
        assertThat(JournalState.EMPTY.after(state.entries())).isEqualTo(state);
        assertThat(state).isNotEqualTo(after(new Entry.Deferred(NOW, early)));
        assertThat(state.after(List.of(sending(A, "1"))).deferral()).contains(late);
        assertThat(state.after(List.of(sending(A, "1"), new Entry.Queued(NOW, "1")))
                        .deferral())
                .isEmpty();
    }

    @Test
    void aWithdrawnRepeatRestoresTheAttemptAsItWas() {
        Pending first = attempt(A, "1");
        JournalState before = after(new Entry.Sending(NOW, first), new Entry.Looked(NOW, "1", false));
        Pending repeat = before.findPending(KEY).orElseThrow().again(NOW.plusSeconds(90), first.uuid());
        JournalState after = before.after(
                List.of(new Entry.Sending(NOW.plusSeconds(90), repeat), new Entry.Withdrawn(NOW, "1", "not reached")));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void whatWasSeenEndsItsAttemptAndEarlierOnesAndNoLaterOne() {
        JournalState all = after(sending(A, "1"), sending(B, "2"), sending(A, "3"));
        assertThat(all.after(List.of(seen(B))).pending())
                .extracting(Pending::commandUuid)
                .containsExactly("3");
        assertThat(all.after(List.of(seen(B))).underway()).hasSize(1);
        assertThat(all.after(List.of(seen(A))).pending()).isEmpty();
    }

    @Test
    void whatIsGoneEndsItsRemovalAndItsRecordAndNoInstall() {
        JournalState state =
                after(seen(A), new Entry.Sending(NOW, Pending.removal(KEY, "1", Owner.CLI, NOW)), sending(B, "2"));
        JournalState gone = state.after(List.of(new Entry.Gone(NOW, KEY)));
        assertThat(gone.records()).isEmpty();
        assertThat(gone.underway()).extracting(Pending::commandUuid).containsExactly("2");
    }

    @Test
    void nothingIsKnownOfWhatWasLetGoOf() {
        JournalState state = after(seen(A), sending(A, "1"), sending(B, "2"));
        assertThat(state.after(List.of(new Entry.Forgotten(NOW, KEY)))).isEqualTo(JournalState.EMPTY);
    }

    @Test
    void aCommandFoundInTheQueueIsQueued() {
        JournalState state = after(sending(A, "1"), new Entry.Looked(NOW, "1", true));
        assertThat(state.findPending(KEY).orElseThrow().answer()).isEqualTo(Answer.QUEUED);
        assertThat(state.findPending(KEY).orElseThrow().looks().seenAt()).contains(NOW);
    }

    @Test
    void entriesOfUnknownCommandsChangeNothing() {
        JournalState state = after(sending(A, "1"));
        assertThat(state.after(List.of(
                        new Entry.Queued(NOW, "9"),
                        new Entry.Withdrawn(NOW, "9", ""),
                        new Entry.Looked(NOW, "9", true),
                        answered("9", Status.REFUSED),
                        new Entry.GivenUp(NOW, "9", ""))))
                .isEqualTo(state);
    }

    @Test
    void aCommandThatCameTrueShowsThatTheMdmReachesThisMacSinceTheFirstSendingOfIt() {
        Pending first = Pending.install(KEY, A, "U", "1", Owner.CLI, NOW.minusSeconds(90));
        JournalState sent = after(new Entry.Sending(NOW, first), sending(A, "2"));
        assertThat(sent.reachedAt()).isEmpty();
        assertThat(sent.after(List.of(seen(A))).reachedAt()).isEmpty();
        assertThat(sent.after(List.of(seenByMdm(A))).reachedAt()).contains(NOW.minusSeconds(90));
        JournalState removed = after(new Entry.Sending(NOW, Pending.removal(KEY, "1", Owner.CLI, NOW)));
        assertThat(removed.after(List.of(new Entry.Gone(NOW, KEY))).reachedAt()).contains(NOW);
    }

    @Test
    void aCommandThatLeftTheQueueShowsItSinceItWasLastThere() {
        JournalState queued = after(sending(A, "1"), new Entry.Looked(NOW.plusSeconds(5), "1", true));
        assertThat(queued.reachedAt()).isEmpty();
        Entry missed = new Entry.Looked(NOW.plusSeconds(70), "1", false);
        assertThat(queued.after(List.of(missed)).reachedAt()).contains(NOW.plusSeconds(5));
        assertThat(after(sending(A, "1"), missed).reachedAt()).isEmpty();
    }

    @Test
    void whateverTheMacSaidOfACommandShowsThatItWasReachedAndThatItWasQueued() {
        JournalState refused = after(sending(A, "1"), answered("1", Status.REFUSED));
        assertThat(refused.reachedAt()).contains(NOW);
        assertThat(refused.findPending(KEY)).hasValueSatisfying(sent -> {
            assertThat(sent.answer()).isEqualTo(Answer.QUEUED);
            assertThat(sent.report())
                    .hasValueSatisfying(told -> assertThat(told.text()).isEqualTo("A (1): one; B (2): two"));
        });
        assertThat(after(sending(A, "1"), answered("1", Status.NOT_NOW)).reachedAt())
                .contains(NOW);
    }

    @Test
    void aCommandThatTheServerDoesNotKnowShowsNeither() {
        JournalState state = after(sending(A, "1"), answered("1", Status.UNKNOWN));
        assertThat(state.reachedAt()).isEmpty();
        assertThat(state.findPending(KEY).orElseThrow().answer()).isEqualTo(Answer.UNANSWERED);
    }

    @Test
    void whatIsSentOnceMoreHasNoResultYet() {
        Pending first = after(sending(A, "1"), answered("1", Status.UNKNOWN))
                .findPending(KEY)
                .orElseThrow();
        assertThat(first.again(NOW, first.uuid()).report()).isEmpty();
    }

    @Test
    void aProfileThatNobodySentShowsNothingOfTheMdm() {
        assertThat(after(seenByMdm(A)).reachedAt()).isEmpty();
        assertThat(after(new Entry.Gone(NOW, KEY)).reachedAt()).isEmpty();
    }

    @Test
    void whatShowedItLastCounts() {
        JournalState state = after(new Entry.Reached(NOW), new Entry.Reached(NOW.minusSeconds(1)));
        assertThat(state.reachedAt()).contains(NOW);
    }

    @Test
    void aMigrationIsOverOnceTheMdmsCopyIsSeenAndNotBefore() {
        Entry begun = new Entry.Migrating(NOW, Migration.begun(KEY, A, Owner.CLI, NOW));
        assertThat(after(begun, seen(A)).findMigration(KEY)).isPresent();
        assertThat(after(begun, seenByMdm(A)).findMigration(KEY)).isEmpty();
        assertThat(after(begun, new Entry.PutBack(NOW.plusSeconds(1), KEY)).findMigration(KEY))
                .hasValueSatisfying(open -> assertThat(open.putBackAt()).contains(NOW.plusSeconds(1)));
        assertThat(after(begun, new Entry.Migrated(NOW, KEY))).isEqualTo(JournalState.EMPTY);
    }

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

    private static JournalState after(Entry... entries) {
        return JournalState.EMPTY.after(List.of(entries));
    }

    private static Entry answered(String id, Status status) {
        return new Entry.Answered(NOW, id, new Pending.Report(NOW, status, List.of("A (1): one", "B (2): two")));
    }

    private static Entry sending(Fingerprint content, String id) {
        return new Entry.Sending(NOW, attempt(content, id));
    }

    private static Pending attempt(Fingerprint content, String id) {
        return Pending.install(KEY, content, "U-" + content.hex(), id, Owner.CLI, NOW);
    }

    private static Entry seen(Fingerprint content) {
        return seen(content, Origin.UNKNOWN);
    }

    private static Entry seenByMdm(Fingerprint content) {
        return seen(content, Origin.MDM);
    }

    private static Entry seen(Fingerprint content, Origin origin) {
        return new Entry.Seen(NOW, new Record(KEY, "U-" + content.hex(), content, "date", Owner.CLI, NOW, origin));
    }
}
