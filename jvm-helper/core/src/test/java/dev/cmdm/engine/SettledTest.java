// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.apply.Outcome;
import dev.cmdm.desired.Ensure;
import dev.cmdm.desired.Owner;
import dev.cmdm.journal.Entry;
import dev.cmdm.journal.JournalState;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Plan;
import dev.cmdm.plan.Reason;
import dev.cmdm.plan.ReasonCode;
import dev.cmdm.plan.Route;
import dev.cmdm.plan.Step;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettledTest {
    private static final Instant SENT = Instant.parse("2026-03-01T12:00:00Z");
    private static final ProfileKey KEY = ProfileKey.system(new ProfileIdentifier("com.acme.dock"));
    private static final Pending INSTALL =
            Pending.install(KEY, new Fingerprint("aa".repeat(32)), "U", "c-1", Owner.CLI, SENT);
    private static final Pending REMOVAL = Pending.removal(KEY, "c-2", Owner.CLI, SENT);

    @ParameterizedTest
    @CsvSource({"-PT5M, just now", "PT0.9S, just now", "PT90S, 90 s ago", "PT14M, 14 min ago", "PT26H, 26 h ago"})
    void tellsThatWhatWasSentBeforeIsThere(Duration later, String ago) {
        assertThat(outcomes(INSTALL, Action.KEEP, JournalState.EMPTY, later))
                .containsExactly(new Outcome(
                        "com.acme.dock",
                        Outcome.Result.DONE,
                        Optional.of(SENT),
                        Optional.empty(),
                        Optional.of("c-1"),
                        Optional.empty(),
                        "on this Mac, sent " + ago));
    }

    @Test
    void tellsThatWhatWasToGoIsGone() {
        assertThat(outcomes(REMOVAL, Action.KEEP, JournalState.EMPTY, Duration.ofMinutes(3)))
                .extracting(Outcome::words)
                .containsExactly("gone from this Mac, removed 3 min ago");
    }

    @Test
    void tellsNothingOfWhatIsStillPendingOrChangesAgain() {
        assertThat(outcomes(INSTALL, Action.KEEP, pending(INSTALL), Duration.ofMinutes(3)))
                .isEmpty();
        assertThat(outcomes(INSTALL, Action.REPLACE, JournalState.EMPTY, Duration.ofMinutes(3)))
                .isEmpty();
    }

    private static List<Outcome> outcomes(Pending sent, Action action, JournalState after, Duration later) {
        Plan plan = new Plan("digest", List.of(step(action)));
        return new Settled(pending(sent)).outcomes(plan, after, SENT.plus(later));
    }

    private static JournalState pending(Pending sent) {
        return JournalState.EMPTY.after(List.of(new Entry.Sending(SENT, sent)));
    }

    private static Step step(Action action) {
        return new Step(
                KEY.toString(),
                Optional.of(KEY),
                Ensure.PRESENT,
                action,
                Route.NONE,
                new Reason(ReasonCode.IN_PLACE, "as declared"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
