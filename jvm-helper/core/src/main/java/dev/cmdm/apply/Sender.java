// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.installed.Installed;
import dev.cmdm.journal.Entry;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.Probe;
import dev.cmdm.mdm.Trait;
import dev.cmdm.plan.Deferral;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sends commands one at a time, each written down before its request leaves. Once the server is known
 * to take none, no further one is tried.
 */
final class Sender {
    /** After a lost answer the same id is sent again, where the server checks ids, after each of these. */
    private static final List<Duration> BEFORE_REPEATS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(3));
    /** So many lost answers in a row tell that the next would be lost too. */
    private static final int LOST_IN_A_ROW = 3;

    private final MdmServer server;
    private final Job job;
    private final Ledger ledger;
    private final Attempts attempts;
    private final Deliveries deliveries;
    private Optional<Failure> closed = Optional.empty();
    private int lostInARow;

    Sender(MdmServer server, Job job) {
        this.server = server;
        this.job = job;
        this.ledger = job.ledger();
        this.attempts = new Attempts(job);
        this.deliveries = new Deliveries(server.address());
    }

    /** What came of sending one command. */
    sealed interface Sent {
        /** When it is underway, or may be. */
        record Underway(Pending attempt) implements Sent {}

        /** When nothing came to be underway by it. */
        record Failed(Failure failure) implements Sent {}
    }

    /** Why nothing may be sent now; asks the server whether it answers and takes the credential, and sends nothing. */
    Optional<Failure> findTrouble() {
        return closed.or(ledger::trouble).or(this::findTroubleOfServer);
    }

    private Optional<Failure> findTroubleOfServer() {
        Probe probe = server.probe();
        probe.deferred().ifPresent(this::remember);
        return deliveries.findFailure(probe);
    }

    /** What the server said of its quota holds for the next runs too. */
    private void remember(Delivery.Deferred deferred) {
        ledger.note(new Entry.Deferred(
                job.now(), new Deferral(server.address(), job.now(), deferred.until(), deferred.why())));
    }

    /** Sends the command of a step. */
    Sent send(Step step, Installed installed) {
        Pending attempt = attempts.of(step, installed);
        Optional<Sent> first = find(step, attempt);
        return first.or(() -> find(step, attempts.of(step, installed)))
                .orElseGet(() -> new Sent.Failed(deliveries.idsTaken()));
    }

    /** Sends an attempt; nothing when its new id was taken already, so that it is burnt. */
    private Optional<Sent> find(Step step, Pending attempt) {
        Optional<Failure> no = closed.or(ledger::trouble);
        if (no.isPresent() || !ledger.sending(attempt)) {
            return Optional.of(new Sent.Failed(no.or(ledger::trouble).orElseThrow()));
        }
        job.tell(Progress.Kind.SENDING, step, "sending");
        Answer answer = deliver(step, attempt);
        lostInARow = answer.delivery() instanceof Delivery.Lost ? lostInARow + 1 : 0;
        boolean drawnAnew = step.repeats().filter(attempt.commandUuid()::equals).isEmpty();
        return answer.delivery() instanceof Delivery.AlreadyQueued && !answer.lostBefore() && drawnAnew
                ? burn(attempt)
                : Optional.of(note(step, attempt, answer));
    }

    /**
     * The answer to a command.
     *
     * @param delivery the last one
     * @param lostBefore whether an earlier one of this sending was lost, so that it may be queued
     */
    private record Answer(Delivery delivery, boolean lostBefore) {}

    private Answer deliver(Step step, Pending attempt) {
        Pause pause = job.pause();
        attempt.dateBefore().ifPresent(pause::untilPast);
        Delivery delivery = send(step, attempt);
        boolean lostBefore = false;
        boolean worthwhile = server.capabilities().has(Trait.CHECKS_IDS) && lostInARow == 0;
        for (Duration before : worthwhile ? BEFORE_REPEATS : List.<Duration>of()) {
            if (!(delivery instanceof Delivery.Lost)) {
                break;
            }
            pause.of(before);
            if (pause.stopped()) {
                break;
            }
            lostBefore = true;
            delivery = send(step, attempt);
        }
        return new Answer(delivery, lostBefore);
    }

    private Delivery send(Step step, Pending attempt) {
        return server.send(
                job.task().device(), Attempts.command(step, attempt), words -> ledger.people(attempt, "called", words));
    }

    private Optional<Sent> burn(Pending attempt) {
        ledger.note(new Entry.Withdrawn(job.now(), attempt.commandUuid(), "the MDM had this id already"));
        ledger.people(attempt, "withdrawn", "the MDM had the id " + attempt.commandUuid() + " already");
        return Optional.empty();
    }

    private Sent note(Step step, Pending attempt, Answer answer) {
        if (answer.delivery() instanceof Delivery.Deferred deferred) {
            remember(deferred);
        }
        Optional<Failure> failure = deliveries.findFailure(answer.delivery());
        closed = failure.filter(Deliveries::closes).or(() -> closed);
        if (failure.isPresent() && !answer.lostBefore()) {
            return failed(step, attempt, failure.orElseThrow());
        }
        if (answer.delivery() instanceof Delivery.Queued queued) {
            return queued(step, attempt, queuedWords(queued.pushProblem()));
        } else if (answer.delivery() instanceof Delivery.Unchanged) {
            return unchanged(step, attempt);
        }
        if (answer.delivery() instanceof Delivery.AlreadyQueued) {
            return alreadyQueued(step, attempt, answer.lostBefore());
        }
        return lost(step, attempt, answer.delivery(), failure);
    }

    private Sent failed(Step step, Pending attempt, Failure failure) {
        ledger.note(new Entry.Withdrawn(job.now(), attempt.commandUuid(), failure.what()));
        boolean later = failure.kind() == Failure.Kind.QUOTA;
        ledger.people(attempt, later ? "deferred" : "failed", failure.line());
        job.tell(later ? Progress.Kind.DEFERRED : Progress.Kind.FAILED, step, failure.line());
        return new Sent.Failed(failure);
    }

    private static String queuedWords(Optional<String> pushProblem) {
        return pushProblem
                .map(why -> "queued; the push failed, so the Mac fetches it later: " + why)
                .orElse("queued");
    }

    private Sent queued(Step step, Pending attempt, String words) {
        ledger.note(new Entry.Queued(job.now(), attempt.commandUuid()));
        ledger.people(attempt, "queued", words);
        job.tell(Progress.Kind.QUEUED, step, words);
        return underway(attempt);
    }

    /** Whether an earlier request brings it, or brought nothing, only time can tell. */
    private Sent unchanged(Step step, Pending attempt) {
        String words = "the MDM was asked for just this before and sent nothing";
        ledger.note(new Entry.Unchanged(job.now(), attempt.commandUuid()));
        ledger.people(attempt, "unchanged", words);
        job.tell(Progress.Kind.QUEUED, step, words);
        return underway(attempt);
    }

    /** The server had it from an earlier request, so it counts as sent by that one. */
    private Sent alreadyQueued(Step step, Pending attempt, boolean lostBefore) {
        if (!lostBefore) {
            ledger.note(new Entry.Withdrawn(job.now(), attempt.commandUuid(), "the MDM had it already"));
        }
        ledger.note(new Entry.Queued(job.now(), attempt.commandUuid()));
        ledger.people(attempt, "queued", "the MDM had it already");
        job.tell(Progress.Kind.QUEUED, step, "queued");
        return underway(attempt);
    }

    private Sent lost(Step step, Pending attempt, Delivery last, Optional<Failure> after) {
        String why = last instanceof Delivery.Lost lost
                ? lost.why()
                : after.map(failure -> "sent once more, " + failure.what()).orElse("the MDM was not reached again");
        if (lostInARow >= LOST_IN_A_ROW) {
            closed = closed.or(() -> Optional.of(deliveries.answersLost(why)));
        }
        ledger.people(attempt, "lost", "its answer was lost: " + why);
        job.tell(Progress.Kind.LOST, step, "its answer was lost: " + why);
        return underway(attempt);
    }

    private Sent underway(Pending attempt) {
        return new Sent.Underway(ledger.state()
                .findPending(attempt.key())
                .filter(known -> known.commandUuid().equals(attempt.commandUuid()))
                .orElse(attempt));
    }
}
