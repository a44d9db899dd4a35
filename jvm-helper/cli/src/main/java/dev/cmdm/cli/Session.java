// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Answer;
import dev.cmdm.answer.BadRequestException;
import dev.cmdm.answer.Errors;
import dev.cmdm.answer.Event;
import dev.cmdm.answer.Operation;
import dev.cmdm.answer.Request;
import dev.cmdm.answer.UnsupportedRequestException;
import dev.cmdm.config.Settings;
import dev.cmdm.engine.Engine;
import dev.cmdm.engine.Host;
import dev.cmdm.wire.AnswerWriter;
import dev.cmdm.wire.RequestReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session of the contract: requests are answered one after the other. A reader of its own notices
 * the end of input while a request is carried out, so that nothing new is sent then.
 */
final class Session implements AutoCloseable {
    private final Host host;
    private final Lines lines;
    private final CommonOptions common;
    private final Consumer<String> debug;
    private @Nullable Engine engine;

    Session(Host host, Lines lines, CommonOptions common, Consumer<String> debug) {
        this.host = host;
        this.lines = lines;
        this.common = common;
        this.debug = debug;
    }

    /** Answers until input ends or the process is told to end. */
    @SuppressWarnings("try") // the signal is only watched
    void serve() throws IOException {
        try (EndSignal signal = EndSignal.watch(this::stop);
                Inbox inbox = new Inbox(lines, this::stop)) {
            for (Optional<Inbox.Item> item = inbox.take(); item.isPresent(); item = inbox.take()) {
                answer(item.orElseThrow());
            }
        }
    }

    /** Answers one request, or nothing when there is none. */
    @SuppressWarnings("try") // the signal is only watched
    Optional<Answer> serveOne() throws IOException {
        try (EndSignal signal = EndSignal.watch(this::stop);
                Inbox inbox = new Inbox(lines, () -> {})) {
            return inbox.take().map(this::answer);
        }
    }

    /** Lets a request that is being carried out end soon, with what it has. */
    void stop() {
        Engine running = engine;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private Answer answer(Inbox.Item item) {
        Answer answer = item.match(this::answerLine, e -> new Answer.Failure("", Errors.of(e)));
        lines.write(AnswerWriter.write(answer));
        return answer;
    }

    private Answer answerLine(byte[] line) {
        try {
            RequestReader.Line read = RequestReader.read(line);
            return answer(read.request(), read.open());
        } catch (BadRequestException e) {
            return new Answer.Failure(e.id(), Errors.of(e));
        } catch (UnsupportedRequestException e) {
            return new Answer.Failure(e.id(), Errors.of(e));
        }
    }

    private Answer answer(Request request, Map<String, String> open) {
        try (Heartbeat heartbeat =
                new Heartbeat(host, text -> event(request, new Event(Event.Kind.HEARTBEAT, "", text)))) {
            Engine ready = engine(request, open);
            return ready.answer(request, event -> {
                heartbeat.beaten();
                event(request, event);
            });
        } catch (RuntimeException e) {
            return new Answer.Failure(request.id(), Errors.of(e));
        }
    }

    /** The session's engine; a request to open one brings the settings it runs with. */
    private Engine engine(Request request, Map<String, String> open) {
        if (engine == null || request.operation() == Operation.OPEN) {
            close();
            Map<String, String> given = new LinkedHashMap<>(open);
            common.settings().forEach(given::putIfAbsent);
            Settings settings = host.settings(given, "the session", common.config());
            engine = Engine.open(host, settings, debug);
        }
        return engine;
    }

    private void event(Request request, Event event) {
        lines.write(AnswerWriter.write(request.id(), event));
    }
}
