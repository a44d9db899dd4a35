// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.device.Device;
import dev.cmdm.journal.Entry;
import dev.cmdm.journal.Time;
import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.Inquiry;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.Trait;
import dev.cmdm.plan.Pending;
import dev.cmdm.plan.Pending.Answer;
import dev.cmdm.plan.Pending.Report;
import dev.cmdm.plan.Pending.Report.Status;
import dev.cmdm.profile.ObjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a server that tells it what the Mac made of commands, each until it is told for good. */
final class Results {
    /** A request whose answer was lost may still be on its way this long after it was sent. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);

    private final Optional<MdmServer> telling;
    private final Time time;

    Results(Optional<MdmServer> server, Time time) {
        this.telling = server.filter(mdm -> mdm.capabilities().has(Trait.TELLS_RESULTS));
        this.time = time;
    }

    /** Whether there is anything to ask. */
    boolean told() {
        return telling.isPresent();
    }

    /** What became known; what could not be asked is added to the troubles, and no more is asked then. */
    List<Entry> ask(List<Pending> sent, Device device, List<String> troubles) {
        List<Entry> entries = new ArrayList<>();
        try {
            for (Pending attempt : sent) {
                if (attempt.report().filter(Report::isFinal).isEmpty()) {
                    telling.flatMap(mdm -> mdm.findResult(device, inquiry(attempt)))
                            .flatMap(result -> findEntry(attempt, result))
                            .ifPresent(entries::add);
                }
            }
        } catch (MdmUnavailableException e) {
            troubles.add("what became of commands could not be found out from the MDM: " + e.getMessage());
        }
        return entries;
    }

    /** Whether that the server does not know an attempt proves nothing yet. */
    static boolean isOnItsWay(Pending attempt, Instant now) {
        Duration age = Duration.between(attempt.lastSentAt(), now).abs();
        return attempt.answer() == Answer.UNANSWERED && age.compareTo(ON_ITS_WAY) < 0;
    }

    private static Inquiry inquiry(Pending attempt) {
        Optional<ObjectName> object = attempt.fingerprint()
                .map(content -> new ObjectName(attempt.key().identifier(), content.derivedUuid()));
        return new Inquiry(attempt.commandUuid(), object, attempt.lastSentAt());
    }

    private Optional<Entry> findEntry(Pending attempt, CommandResult result) {
        if (result instanceof CommandResult.Failed failed) {
            return Optional.of(answered(attempt, Status.REFUSED, failed.words()));
        } else if (result instanceof CommandResult.Acknowledged) {
            return Optional.of(answered(attempt, Status.ACKNOWLEDGED, List.of()));
        } else if (result instanceof CommandResult.NotNow) {
            return findNews(attempt, Status.NOT_NOW);
        } else if (result instanceof CommandResult.Unknown) {
            boolean lost = attempt.answer() == Answer.UNANSWERED && !isOnItsWay(attempt, time.now());
            return lost ? findNews(attempt, Status.UNKNOWN) : Optional.empty();
        }
        return attempt.answer() == Answer.UNANSWERED
                ? Optional.of(new Entry.Queued(time.now(), attempt.commandUuid()))
                : Optional.empty();
    }

    private Optional<Entry> findNews(Pending attempt, Status status) {
        return attempt.isReported(status) ? Optional.empty() : Optional.of(answered(attempt, status, List.of()));
    }

    private Entry answered(Pending attempt, Status status, List<String> words) {
        Instant now = time.now();
        return new Entry.Answered(now, attempt.commandUuid(), new Report(now, status, words));
    }
}
