// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.nanomdm;

import dev.cmdm.mdm.Delivery;
import dev.cmdm.mdm.http.Exchange;
import dev.cmdm.mdm.http.Exchange.Answer;
import dev.cmdm.mdm.http.HttpCall;
import dev.cmdm.mdm.http.HttpCaller;
import dev.cmdm.mdm.http.Verdicts;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code PUT enqueue/{id}} below the prefix, with the command's own property list. Its status alone says little: 500 is
 * what it answers for a command that it queued when only the push failed. (NanoMDM, api/api.go.)
 */
final class EnqueueEndpoint {
    private static final int ERROR = 500;

    /** All went well, some ids failed, all of them or the command failed: only these carry an answer of its own. */
    private static final Set<Integer> TOLD = Set.of(200, 207, ERROR);

    /** What its stores say of an id they have: files, PostgreSQL, and the words of MySQL's error 1062. */
    private static final Pattern KNOWN_ID =
            Pattern.compile("already exists|commands_pkey|duplicate key|duplicate entry", Pattern.CASE_INSENSITIVE);

    /** What its SQL stores say of a Mac they do not have; the one of files queues for it. */
    private static final Pattern UNKNOWN_DEVICE =
            Pattern.compile("enrollment_queue_id_fkey|foreign key constraint", Pattern.CASE_INSENSITIVE);

    /** What it says when it never heard a push token from this Mac; with files the command waits for a stranger. */
    private static final String NO_TOKEN = "push data missing";

    private final Flavour flavour;
    private final HttpCaller http;

    EnqueueEndpoint(Flavour flavour, HttpCaller http) {
        this.flavour = flavour;
        this.http = http;
    }

    Delivery send(String id, String commandUuid, byte[] plist) {
        Exchange exchange = http.call(HttpCall.command("PUT", flavour.enqueue(id), plist));
        if (exchange instanceof Answer answer && TOLD.contains(answer.status())) {
            Optional<EnqueueAnswer> told = EnqueueAnswer.read(answer.body(), id);
            if (told.isPresent()) {
                return delivery(answer, told.orElseThrow(), commandUuid);
            }
        }
        return Verdicts.delivery(exchange, http.address());
    }

    private Delivery delivery(Answer answer, EnqueueAnswer told, String commandUuid) {
        if (told.commandError().isPresent()) {
            return refusal(told.commandError().orElseThrow());
        }
        boolean pushFailed = told.pushError().isPresent() && told.commandUuid().isPresent();
        boolean explained = answer.status() != ERROR || pushFailed;
        boolean ours = told.commandUuid().map(commandUuid::equals).orElse(true);
        if (explained && ours) {
            return new Delivery.Queued(told.pushError().map(this::pushProblem));
        }
        return new Delivery.Lost(
                http.address() + " answered " + answer.status() + " and did not say whether it queued this command");
    }

    private Delivery refusal(String error) {
        if (KNOWN_ID.matcher(error).find()) {
            return new Delivery.AlreadyQueued();
        } else if (UNKNOWN_DEVICE.matcher(error).find()) {
            return new Delivery.UnknownDevice();
        }
        return new Delivery.Refused(http.address() + ": " + http.words(error));
    }

    private String pushProblem(String error) {
        return error.contains(NO_TOKEN)
                ? http.words(error) + " (is this Mac enrolled at " + http.address() + "?)"
                : http.words(error);
    }
}
