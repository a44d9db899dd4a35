// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.desired.Owner;
import dev.cmdm.plan.Deferral;
import dev.cmdm.plan.Migration;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Pending.Answer;
import dev.cmdm.plan.Pending.Report.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What entries amount to. */
class JournalStateTest extends JournalFixture {
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
        Deferral early = new Deferral("mdm:443", NOW, NOW.plusSeconds(60), "used up");
        Deferral late = new Deferral("mdm:443", NOW.plusSeconds(90), NOW.plusSeconds(3600), "used up\tagain");
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
    void whatIsSentOnceMoreHasNoResultYet() {
        Pending first = after(sending(A, "1"), answered("1", Status.UNKNOWN))
                .findPending(KEY)
                .orElseThrow();
        assertThat(first.again(NOW, first.uuid()).report()).isEmpty();
    }

    @Test
    void aMigrationIsOverOnceTheMdmsCopyIsSeenAndNotBefore() {
        Entry begun = new Entry.Migrating(NOW, Migration.begun(KEY, A, Owner.CLI, NOW));
        assertThat(after(begun, seen(A)).migrations()).hasSize(1);
        assertThat(after(begun, seenByMdm(A)).migrations()).isEmpty();
        assertThat(after(begun, new Entry.PutBack(NOW.plusSeconds(1), KEY)).migrations())
                .singleElement()
                .satisfies(open -> assertThat(open.putBackAt()).contains(NOW.plusSeconds(1)));
        assertThat(after(begun, new Entry.Migrated(NOW, KEY))).isEqualTo(JournalState.EMPTY);
    }
}
