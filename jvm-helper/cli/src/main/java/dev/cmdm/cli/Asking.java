// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

import dev.cmdm.answer.Answer;
import dev.cmdm.answer.Request;
import dev.cmdm.answer.Result;
import dev.cmdm.config.Settings;
import dev.cmdm.engine.Engine;
import dev.cmdm.engine.Host;
import dev.cmdm.wire.AnswerWriter;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Puts one request to an engine and prints its answer. */
final class Asking {
    private final Host host;
    private final Console console;
    private final CommonOptions common;
    private final HtmlOption html;

    Asking(Host host, Console console, CommonOptions common) {
        this(host, console, common, new HtmlOption());
    }

    /** Asking for an answer that may be wanted as a page too. */
    Asking(Host host, Console console, CommonOptions common, HtmlOption html) {
        this.host = host;
        this.console = console;
        this.common = common;
        this.html = html;
    }

    @SuppressWarnings("try") // the signal is only watched
    int ask(Request request, Function<Result, List<String>> text, ToIntFunction<Result> exit) {
        html.check();
        Settings settings = host.settings(common.settings(), "the command line", common.config());
        try (Engine engine = Engine.open(host, settings, console::debug);
                EndSignal signal = EndSignal.watch(engine::stop)) {
            Answer answer = engine.answer(request, event -> console.progress(event.text()));
            console.endProgress();
            int number = print(answer, text, exit);
            html.write(answer, host.time().now());
            return number;
        }
    }

    private int print(Answer answer, Function<Result, List<String>> text, ToIntFunction<Result> exit) {
        boolean json = common.format == CommonOptions.Format.json;
        if (json) {
            console.out().writeBytes(AnswerWriter.write(answer));
            console.out().println();
        }
        if (answer instanceof Answer.Failure failure) {
            if (!json) {
                console.error(failure.error().line());
            }
            return failure.error().exit();
        }
        Result result = ((Answer.Success) answer).result();
        if (!json) {
            console.print(text.apply(result));
        }
        return exit.applyAsInt(result);
    }
}
