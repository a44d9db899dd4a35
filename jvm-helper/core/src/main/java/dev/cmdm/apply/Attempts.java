// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.installed.Assigned;
import dev.cmdm.installed.Installed;
import dev.cmdm.installed.InstalledProfile;
import dev.cmdm.mdm.Command;
import dev.cmdm.plan.Action;
import dev.cmdm.plan.Form;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.ReasonCode;
import dev.cmdm.plan.Step;
import dev.cmdm.profile.ObjectName;
import dev.cmdm.profile.ProfileKey;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Makes the attempts that steps ask for. */
final class Attempts {
    /** Reasons to send under a new id what an earlier command may bring yet. */
    private static final Set<ReasonCode> REPEATS =
            EnumSet.of(ReasonCode.KNOWN_LOST, ReasonCode.NUDGED, ReasonCode.NOT_SEEN_IN_TIME);

    private final Job job;

    Attempts(Job job) {
        this.job = job;
    }

    /**
     * The attempt of a step: the journal's own once more where the step repeats it, else a new one.
     *
     * @param installed the last reading before it is sent
     */
    Pending of(Step step, Installed installed) {
        Optional<Pending> last = job.ledger().state().findPending(step.key().orElseThrow());
        return last.filter(attempt ->
                        step.repeats().filter(attempt.commandUuid()::equals).isPresent())
                .map(attempt -> signed(attempt.again(job.now(), uuid(step)), step))
                .orElseGet(() -> fresh(step, last, installed));
    }

    private Pending fresh(Step step, Optional<Pending> last, Installed installed) {
        ProfileKey key = step.key().orElseThrow();
        String id = job.surroundings().ids().draw();
        Pending attempt = step.delivery()
                .map(sent -> Pending.install(
                        key,
                        sent.fingerprint(),
                        sent.form().uuid(),
                        id,
                        sent.onBehalfOf().orElse(job.owner()),
                        job.now()))
                .map(sending -> signed(sending, step))
                .orElseGet(() -> Pending.removal(key, copyUuid(step, installed), id, job.owner(), job.now()));
        Pending numbered = last.filter(attempt::sameAs)
                .map(before -> attempt.numbered(before.attempt() + 1))
                .orElse(attempt);
        Pending counted = REPEATS.contains(step.reason().code()) ? numbered.asRepeat() : numbered;
        return findDateBefore(counted, installed).map(counted::over).orElse(counted);
    }

    private static Optional<String> findDateBefore(Pending attempt, Installed installed) {
        return attempt.removes() ? Optional.empty() : Expected.findDate(installed, attempt.key(), attempt.uuid());
    }

    /** What an attempt of a step asks of the Mac. */
    static Command command(Step step, Pending attempt) {
        Command.Request request = step.delivery()
                .<Command.Request>map(sent -> new Command.Request.InstallProfile(
                        attempt.key().identifier(), sent.form().content(), object(attempt, sent), anew(step)))
                .orElseGet(() -> new Command.Request.RemoveProfile(
                        attempt.key().identifier(),
                        step.copy().flatMap(InstalledProfile::assigned).map(Assigned::name)));
        return new Command(attempt.commandUuid(), request);
    }

    /**
     * Whether the MDM is made to forget first what it holds to have sent: for a nudge, of which a repeat under its id is
     * none, because asking is enough once the MDM forgot; and for a copy that made way, whose place may not stay empty.
     */
    private static boolean anew(Step step) {
        return step.reason().code() == ReasonCode.NUDGED || step.action() == Action.MIGRATE;
    }

    private static Optional<ObjectName> object(Pending attempt, Step.Delivery sent) {
        return sent.form().kind() == Form.Kind.OBJECT
                ? Optional.of(new ObjectName(
                        attempt.key().identifier(), sent.fingerprint().derivedUuid()))
                : Optional.empty();
    }

    /** Of several copies under one key only the one that goes can tell that it is gone. */
    private static String copyUuid(Step step, Installed installed) {
        return step.copy()
                .filter(there -> installed.copies(there.key()).count() > 1)
                .map(InstalledProfile::listedUuid)
                .orElse("");
    }

    private static String uuid(Step step) {
        return step.delivery().map(sent -> sent.form().uuid()).orElse("");
    }

    private static Pending signed(Pending attempt, Step step) {
        return step.delivery()
                .map(sent -> attempt.signedBy(sent.form().body().signer()))
                .orElse(attempt);
    }
}
