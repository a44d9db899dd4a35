// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.desired.Owner;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Pending.Answer;
import dev.cmdm.plan.Pending.Report.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What shows that the MDM reaches this Mac, and since when. */
class ReachedAtTest extends JournalFixture {
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
    void aProfileThatNobodySentShowsNothingOfTheMdm() {
        assertThat(after(seenByMdm(A)).reachedAt()).isEmpty();
        assertThat(after(new Entry.Gone(NOW, KEY)).reachedAt()).isEmpty();
    }

    @Test
    void whatShowedItLastCounts() {
        JournalState state = after(new Entry.Reached(NOW), new Entry.Reached(NOW.minusSeconds(1)));
        assertThat(state.reachedAt()).contains(NOW);
    }
}
