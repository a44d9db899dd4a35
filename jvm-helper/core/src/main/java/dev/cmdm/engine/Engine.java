// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Answer;
import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Errors;
import dev.cmdm.answer.Event;
import dev.cmdm.answer.Operation;
import dev.cmdm.answer.Request;
import dev.cmdm.answer.Result;
import dev.cmdm.config.Settings;
import dev.cmdm.macos.AppleTools;
import dev.cmdm.macos.Mac;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** One request in, events and one answer out. Lives as long as one run of whoever asks; one request at a time. */
public final class Engine implements AutoCloseable {
    private final Run run;

    private Engine(Run run) {
        this.run = run;
    }

    /**
     * An engine for one run. Reads no profile, no credential and no server yet.
     *
     * @throws RuntimeException one of those that {@link Errors} maps, when the settings cannot be used
     */
    public static Engine open(Host host, Settings settings) {
        return open(host, settings, line -> {});
    }

    /**
     * An engine for one run that tells of each request to an MDM, when the setting {@code debug} wants that.
     *
     * @param debug hears one line for each, without secrets and payloads
     * @throws RuntimeException one of those that {@link Errors} maps, when the settings cannot be used
     */
    public static Engine open(Host host, Settings settings, Consumer<String> debug) {
        Mac mac = new AppleTools(host.macRoot(), host.processes(), host.stateFolder());
        return new Engine(new Run(host, settings, mac, new MdmConnection(host, settings, debug)));
    }

    /** Answers a request; what goes wrong is an answer too. */
    public Answer answer(Request request, Consumer<Event> events) {
        try {
            return new Answer.Success(request.id(), result(request, events));
        } catch (RuntimeException e) {
            return new Answer.Failure(request.id(), error(e));
        }
    }

    /** Ends what is being carried out soon: nothing new is sent, nothing more is waited for. */
    public void stop() {
        run.stop();
    }

    @Override
    public void close() {
        run.close();
    }

    private Result result(Request request, Consumer<Event> events) {
        return switch (request.operation()) {
            case OPEN -> opened();
            case STATE -> new Surveyor(run).state(request.readings());
            case PLAN -> new Planning(run).plan(request);
            case APPLY -> new Applying(run, events).apply(request);
            case STATUS -> new Bookkeeping(run).status(request.arguments());
            case HISTORY -> new Bookkeeping(run).history(request.arguments());
            case RETRY -> new Bookkeeping(run).retry(request.arguments());
            case FORGET -> new Bookkeeping(run).forget(request.arguments());
            case COMMAND -> new Commanding(run, events).send(request);
            case LINT -> new DeclaredLint(run).lint(request);
            case IMPORT -> new Importing(run).write(request);
            case DOCTOR -> new Doctor(run).check();
        };
    }

    private static Result opened() {
        List<String> operations =
                Arrays.stream(Operation.values()).map(Operation::word).toList();
        return new Result.Opened(List.of(1), operations, Release.version(), Release.jarSha256());
    }

    private static ErrorInfo error(RuntimeException e) {
        return Errors.of(e);
    }
}
