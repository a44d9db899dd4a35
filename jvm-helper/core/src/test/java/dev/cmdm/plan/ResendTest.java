// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.desired.Content;
import dev.cmdm.desired.Desired;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.Ensure;
import dev.cmdm.desired.Owner;
import dev.cmdm.device.Device;
import dev.cmdm.device.Enrollment;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.installed.Installed;
import dev.cmdm.plan.Pending.Answer;
import dev.cmdm.plan.Pending.Looks;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Fingerprint;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.ReadProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When something that was sent and not seen is sent again. */
class ResendTest {
    private static final Instant SENT = Instant.parse("2026-03-01T10:00:00Z");
    private static final ProfileKey DOCK = ProfileKey.system(new ProfileIdentifier("com.acme.dock"));
    private static final Profile PROFILE =
            Profile.fromContent(new PlistValue.Dict(Map.of("PayloadIdentifier", new PlistValue.Text("com.acme.dock"))));
    private static final Fingerprint CONTENT = Fingerprint.of(PROFILE);
    private static final ServerLimits CHECKS_IDS =
            new ServerLimits("NanoMDM", Long.MAX_VALUE, "bytes", true, true, false, false);
    private static final ServerLimits TELLS_QUEUE =
            new ServerLimits("MicroMDM", Long.MAX_VALUE, "bytes", true, false, false, false);

    private static final Pending UNANSWERED =
            Pending.install(DOCK, CONTENT, CONTENT.derivedUuid(), "C-1", Owner.CLI, SENT);
    private static final Pending QUEUED = UNANSWERED.with(Answer.QUEUED);
    private static final Looks TWICE_ABSENT = Looks.NONE.missed(after(10)).missed(after(70));

    @Test
    void repeatsALostAnswerUnderItsIdWhereTheServerChecksIds() {
        Step step = plan(UNANSWERED, CHECKS_IDS, after(5), Contact.UNKNOWN);
        assertThat(step.action()).isEqualTo(Action.INSTALL);
        assertThat(step.reason().code()).isEqualTo(ReasonCode.REPEAT_UNANSWERED);
        assertThat(step.repeats()).contains("C-1");
    }

    @Test
    void resolvesALostAnswerFirstEvenWhenItsDeadlineHasPassed() {
        Step step = plan(UNANSWERED, CHECKS_IDS, SENT.plus(Duration.ofDays(3)), Contact.UNKNOWN);
        assertThat(step.reason().code()).isEqualTo(ReasonCode.REPEAT_UNANSWERED);
        assertThat(step.repeats()).contains("C-1");
    }

    @Test
    void waitsWithALostAnswerUntilTwoLooksAMinuteApartFoundNothing() {
        Pending lookedOnce = UNANSWERED.with(Looks.NONE.missed(after(10)));
        Pending tooSoon = UNANSWERED.with(Looks.NONE.missed(after(10)).missed(after(69)));
        for (Pending last : List.of(UNANSWERED, lookedOnce, tooSoon)) {
            Step step = plan(last, TELLS_QUEUE, after(70), Contact.UNKNOWN);
            assertThat(step.action()).isEqualTo(Action.WAIT);
            assertThat(step.reason().code()).isEqualTo(ReasonCode.ANSWER_LOST);
        }
    }

    @Test
    void repeatsOnceWhatWasFoundInNoQueueTwice() {
        Step step = plan(UNANSWERED.with(TWICE_ABSENT), TELLS_QUEUE, after(71), Contact.UNKNOWN);
        assertThat(step.reason().code()).isEqualTo(ReasonCode.NEVER_QUEUED);
        assertThat(step.repeats()).contains("C-1");

        Pending repeated = UNANSWERED.again(after(71), UNANSWERED.uuid()).with(TWICE_ABSENT);
        Step second = plan(repeated, TELLS_QUEUE, after(400), Contact.UNKNOWN);
        assertThat(second.action()).isEqualTo(Action.WAIT);
    }

    @Test
    void repeatsWhatNeverReachedAQueueEvenWhenItsDeadlineHasPassed() {
        Step step = plan(UNANSWERED.with(TWICE_ABSENT), TELLS_QUEUE, SENT.plus(Duration.ofDays(2)), Contact.UNKNOWN);
        assertThat(step.reason().code()).isEqualTo(ReasonCode.NEVER_QUEUED);
    }

    @Test
    void countsTheDeadlineFromWhenItWasLastSent() {
        Instant repeatedAt = SENT.plus(Duration.ofHours(23));
        Pending repeated = UNANSWERED.again(repeatedAt, UNANSWERED.uuid()).with(Answer.QUEUED);

        Step early = plan(repeated, CHECKS_IDS, SENT.plus(Duration.ofHours(25)), Contact.UNKNOWN);
        assertThat(early.action()).isEqualTo(Action.WAIT);

        Step late = plan(repeated, CHECKS_IDS, repeatedAt.plus(Duration.ofHours(24)), Contact.UNKNOWN);
        assertThat(late.reason().code()).isEqualTo(ReasonCode.NOT_SEEN_IN_TIME);
        assertThat(late.repeats()).isEmpty();
    }

    @Test
    void waitsWithWhatIsQueuedUntilItsDeadline() {
        Step before = plan(QUEUED, CHECKS_IDS, SENT.plus(Duration.ofHours(24)).minusSeconds(1), Contact.UNKNOWN);
        assertThat(before.reason().code()).isEqualTo(ReasonCode.SENT_NOT_SEEN);
        Step after = plan(QUEUED, CHECKS_IDS, SENT.plus(Duration.ofHours(24)), Contact.UNKNOWN);
        assertThat(after.reason().code()).isEqualTo(ReasonCode.NOT_SEEN_IN_TIME);
    }

    @Test
    void aSendingDatedFarInTheFutureDoesNotWaitForThatFuture() {
        Step near = plan(QUEUED, CHECKS_IDS, SENT.minus(Duration.ofHours(1)), Contact.UNKNOWN);
        assertThat(near.action()).isEqualTo(Action.WAIT);
        Step far = plan(QUEUED, CHECKS_IDS, SENT.minus(Duration.ofDays(365)), Contact.UNKNOWN);
        assertThat(far.reason().code()).isEqualTo(ReasonCode.NOT_SEEN_IN_TIME);
    }

    @Test
    void sendsAnewWhatLeftTheQueueOnlyAfterTheCoolDown() {
        Pending gone = QUEUED.with(Looks.NONE.found(after(5)).missed(after(10)).missed(after(70)));
        Step early = plan(gone, TELLS_QUEUE, after(71), Contact.UNKNOWN);
        assertThat(early.action()).isEqualTo(Action.WAIT);
        assertThat(early.reason().code()).isEqualTo(ReasonCode.NO_LONGER_QUEUED);
        Step later = plan(gone, TELLS_QUEUE, after(30 * 60), Contact.UNKNOWN);
        assertThat(later.reason().code()).isEqualTo(ReasonCode.KNOWN_LOST);
        assertThat(later.repeats()).isEmpty();
    }

    @Test
    void anEnrollmentSinceItWasLastSentClearedTheQueue() {
        Contact between = new Contact(Optional.of(after(60)), Optional.empty());
        Step lost = plan(QUEUED, CHECKS_IDS, after(31 * 60), between);
        assertThat(lost.reason().code()).isEqualTo(ReasonCode.ENROLLED_ANEW);

        Pending repeatedSince = QUEUED.again(after(120), QUEUED.uuid());
        Step standing = plan(repeatedSince, CHECKS_IDS, after(40 * 60), between);
        assertThat(standing.action()).isEqualTo(Action.WAIT);
    }

    @Test
    void whatIsPendingWithOtherContentStopsNothing() {
        Fingerprint other = new Fingerprint("ab".repeat(32));
        Pending before = Pending.install(DOCK, other, other.derivedUuid(), "C-0", Owner.CLI, SENT);
        Step step = plan(before, TELLS_QUEUE, after(5), Contact.UNKNOWN);
        assertThat(step.action()).isEqualTo(Action.INSTALL);
        assertThat(step.reason().code()).isEqualTo(ReasonCode.MISSING);
    }

    @Test
    void anotherContentUnderTheSameUuidIsSeenBeforeItsSuccessorIsSent() {
        Fingerprint other = new Fingerprint("ab".repeat(32));
        Pending before = Pending.install(
                        DOCK, other, CONTENT.derivedUuid().toLowerCase(Locale.ROOT), "C-0", Owner.CLI, SENT)
                .with(Answer.QUEUED);
        Step behind = plan(before, CHECKS_IDS, after(5), Contact.UNKNOWN);
        assertThat(behind.action()).isEqualTo(Action.WAIT);
        assertThat(behind.reason().code()).isEqualTo(ReasonCode.AFTER_EARLIER_VERSION);
        Pending absent = before.with(TWICE_ABSENT);
        assertThat(plan(absent, TELLS_QUEUE, after(30 * 60 - 1), Contact.UNKNOWN)
                        .action())
                .isEqualTo(Action.WAIT);
        assertThat(plan(absent, TELLS_QUEUE, after(30 * 60), Contact.UNKNOWN).action())
                .isEqualTo(Action.INSTALL);
        assertThat(plan(before, CHECKS_IDS, SENT.plus(Duration.ofHours(24)), Contact.UNKNOWN)
                        .action())
                .isEqualTo(Action.INSTALL);
    }

    private static Step plan(Pending last, ServerLimits server, Instant now, Contact contact) {
        DesiredProfile desired = new DesiredProfile(
                "dock",
                Optional.of(DOCK),
                Ensure.PRESENT,
                new Content.Understood(new ReadProfile(PROFILE, new Bytes(new byte[0]), false)),
                DesiredProfile.Options.DEFAULTS);
        Form form = new Form(Form.Kind.CANONICAL, new Bytes(new byte[] {1}), 1, CONTENT.derivedUuid());
        PlanInput input = new PlanInput(
                new Desired(Owner.CLI, Optional.empty(), List.of(desired)),
                List.of(new Prepared(desired, Optional.of(CONTENT), List.of(form))),
                new Installed(List.of(), true, false),
                new Device("C02", "11111111-2222-3333-4444-555555555555", new MacOsVersion(15, 1, 0), Enrollment.MDM),
                Optional.of(server),
                List.of(last),
                List.of(),
                Migrations.NONE,
                Policy.DEFAULTS,
                contact,
                now);
        return Planner.plan(input).find(DOCK.toString()).orElseThrow();
    }

    private static Instant after(long seconds) {
        return SENT.plusSeconds(seconds);
    }
}
