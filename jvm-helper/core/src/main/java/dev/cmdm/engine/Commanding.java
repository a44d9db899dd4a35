// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Event;
import dev.cmdm.answer.NotRootException;
import dev.cmdm.answer.Request;
import dev.cmdm.answer.Result;
import dev.cmdm.apply.RawSender;
import dev.cmdm.apply.Surroundings;
import dev.cmdm.config.ConfigurationException;
import dev.cmdm.config.Setting;
import dev.cmdm.config.Settings;
import dev.cmdm.device.Device;
import dev.cmdm.journal.FileJournal;
import dev.cmdm.mdm.Command.Request.Raw;
import dev.cmdm.mdm.CommandPolicy;
import dev.cmdm.mdm.MdmServer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends a command of Apple's that a person wants for this Mac. */
final class Commanding {
    private final Run run;
    private final Consumer<Event> events;

    Commanding(Run run, Consumer<Event> events) {
        this.run = run;
        this.events = events;
    }

    /**
     * The answer to a request to send one.
     *
     * @throws dev.cmdm.mdm.CommandNotAllowedException when it may not be sent
     */
    Result.Commanded send(Request request) {
        Raw raw = request.arguments().command().orElseThrow();
        new CommandPolicy(allowed()).check(raw.type());
        run.mdm().capabilities().ifPresent(able -> CommandPolicy.check(raw.type(), able));
        if (run.audit(request.options())) {
            return new Result.Commanded(
                    raw.type(), "", Result.Outcome.SKIPPED, "audit: nothing was sent", Optional.empty());
        } else if (!run.mac().root()) {
            throw new NotRootException();
        }
        MdmServer server = run.mdm()
                .find()
                .orElseThrow(() -> new ConfigurationException(
                        "no MDM is configured, and a command goes through one; set mdm.product and mdm.url"));
        Device device = run.mac().readIdentity().device();
        Duration patience = Duration.ofSeconds(run.waitSeconds(request.options()));
        // Its lock keeps others away from the history too.
        FileJournal journal = run.journal();
        try {
            return told(raw, new RawSender(server, run.history(), surroundings()).send(device, raw, patience));
        } finally {
            journal.close();
        }
    }

    private static Result.Commanded told(Raw raw, RawSender.Sent sent) {
        return new Result.Commanded(
                raw.type(),
                sent.commandUuid(),
                Outcomes.result(sent.result()),
                sent.words(),
                sent.failure().map(Outcomes::error));
    }

    private Surroundings surroundings() {
        return new Surroundings(
                run.host().time(),
                run.host().ids(),
                run::stopped,
                event -> events.accept(new Event(Event.Kind.PROGRESS, event.step(), event.text())));
    }

    private String allowed() {
        return run.settings()
                .find(Setting.COMMANDS_ALLOW)
                .map(Settings.Value::text)
                .orElse("");
    }
}
