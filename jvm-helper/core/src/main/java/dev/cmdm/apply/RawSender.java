// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.desired.Owner;
import dev.cmdm.device.Device;
import dev.cmdm.journal.History;
import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Command.Request.Raw;
import dev.cmdm.mdm.CommandResult;
import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.Inquiry;
import dev.cmdm.mdm.MdmServer;
import dev.cmdm.mdm.MdmUnavailableException;
import dev.cmdm.mdm.Trait;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends a command that a person wants, once: what it does is not known here, so that only a person can tell whether
 * it may be repeated. It stands in the history before it leaves.
 */
public final class RawSender {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final String OWNER = Owner.CLI.name();
    private static final String NOT_TOLD = "queued; this server does not tell results";

    private final MdmServer server;
    private final History history;
    private final Surroundings surroundings;
    private final Pause pause;

    /** A sender to one server. */
    public RawSender(MdmServer server, History history, Surroundings surroundings) {
        this.server = server;
        this.history = history;
        this.surroundings = surroundings;
        this.pause = new Pause(surroundings);
    }

    /**
     * What came of a command.
     *
     * @param commandUuid its id
     * @param result what is known
     * @param words one phrase for people
     * @param failure why it failed; nothing unless it did
     */
    public record Sent(String commandUuid, Outcome.Result result, String words, Optional<Failure> failure) {}

    /**
     * Sends it, and waits for its result where the server tells one.
     *
     * @param patience how long to wait for that
     */
    public Sent send(Device device, Raw raw, Duration patience) {
        Command command = new Command(surroundings.ids().draw(), raw);
        Inquiry inquiry = new Inquiry(
                command.commandUuid(), Optional.empty(), surroundings.time().now());
        people(raw, "sent", raw.type() + " " + command.commandUuid());
        Sent sent = sent(command, server.send(device, command, (words) -> people(raw, "note", words)));
        people(raw, word(sent), sent.words());
        if (sent.result() != Outcome.Result.PENDING || !server.capabilities().has(Trait.TELLS_RESULTS)) {
            return sent;
        }
        Sent answered = await(device, inquiry, patience);
        people(raw, word(answered), answered.words());
        return answered;
    }

    private Sent sent(Command command, Delivery delivery) {
        Optional<Failure> failure = new Deliveries(server.address()).findFailure(delivery);
        if (failure.isPresent()) {
            return failed(command.commandUuid(), failure.orElseThrow());
        } else if (delivery instanceof Delivery.Lost lost) {
            return pending(
                    command.commandUuid(),
                    "its answer was lost, so that it may be queued; it is not sent again by itself: " + lost.why());
        } else if (delivery instanceof Delivery.AlreadyQueued) {
            return pending(
                    command.commandUuid(), "the MDM has a command with this id; whether it is this one is not known");
        }
        boolean tells = server.capabilities().has(Trait.TELLS_RESULTS);
        String push = delivery instanceof Delivery.Queued queued
                ? queued.pushProblem()
                        .map(why -> "; the push failed, so the Mac fetches it later: " + why)
                        .orElse("")
                : "";
        return pending(command.commandUuid(), (tells ? "queued" : NOT_TOLD) + push);
    }

    private Sent await(Device device, Inquiry inquiry, Duration patience) {
        Duration end = surroundings.time().elapsed().plus(patience);
        Sent last = look(device, inquiry);
        while (last.result() == Outcome.Result.PENDING
                && !pause.stopped()
                && surroundings.time().elapsed().plus(BETWEEN_LOOKS).compareTo(end) <= 0) {
            pause.of(BETWEEN_LOOKS);
            last = look(device, inquiry);
        }
        return last;
    }

    private Sent look(Device device, Inquiry inquiry) {
        try {
            return server.findResult(device, inquiry)
                    .map(result -> told(inquiry.commandUuid(), result))
                    .orElseGet(() -> pending(inquiry.commandUuid(), NOT_TOLD));
        } catch (MdmUnavailableException e) {
            return pending(inquiry.commandUuid(), "queued; its result cannot be asked now: " + e.words());
        }
    }

    private Sent told(String commandUuid, CommandResult result) {
        if (result instanceof CommandResult.Acknowledged) {
            return new Sent(commandUuid, Outcome.Result.DONE, "the Mac acknowledged it", Optional.empty());
        } else if (result instanceof CommandResult.Failed refused) {
            return failed(
                    commandUuid,
                    new Failure(
                            Failure.Kind.REFUSED,
                            "the Mac refused the command: " + String.join("; ", refused.words()),
                            server.address(),
                            "nothing is repeated by itself"));
        }
        return pending(
                commandUuid,
                result instanceof CommandResult.NotNow
                        ? "the Mac put it off (NotNow)"
                        : "queued; no answer of the Mac yet");
    }

    private static Sent failed(String commandUuid, Failure failure) {
        return new Sent(commandUuid, Outcome.Result.FAILED, failure.what(), Optional.of(failure));
    }

    private static Sent pending(String commandUuid, String words) {
        return new Sent(commandUuid, Outcome.Result.PENDING, words, Optional.empty());
    }

    private static String word(Sent sent) {
        return switch (sent.result()) {
            case DONE -> "acknowledged";
            case FAILED -> "failed";
            case PENDING -> sent.words().startsWith("queued") ? "queued" : "pending";
            case SKIPPED -> "skipped";
        };
    }

    private void people(Raw raw, String word, String text) {
        history.add(new History.Event(surroundings.time().now(), OWNER, word, raw.type(), text));
    }
}
