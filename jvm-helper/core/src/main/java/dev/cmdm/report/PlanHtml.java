// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.Answer;
import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Result;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A plan, or what became of it, as a page to look at, to print and to hand on; it says no more than the text does. */
public final class PlanHtml {
    private PlanHtml() {}

    /**
     * The whole page, UTF-8 when it is written.
     *
     * @param answer to a request to plan or to apply
     * @param when the answer came
     */
    public static String page(Answer answer, Instant when) {
        return answer instanceof Answer.Failure failure
                ? failed(failure.error(), when)
                : planned((Result.Planned) ((Answer.Success) answer).result(), when);
    }

    private static String planned(Result.Planned planned, Instant when) {
        boolean carriedOut = !planned.outcomes().isEmpty();
        StepsHtml steps = new StepsHtml(planned, carriedOut);
        List<Html> main = new ArrayList<>();
        main.add(TallyHtml.of(planned));
        main.add(steps.changes());
        if (!planned.findings().isEmpty()) {
            main.add(FindingsHtml.of(planned.findings()));
        }
        steps.kept().ifPresent(main::add);
        String serial = planned.header().device().serial();
        String title = carriedOut ? "What became of the plan for " + serial : "Plan for " + serial;
        String lead = carriedOut ? ApplyText.count(planned) : PlanText.count(planned) + " Nothing was changed.";
        return HtmlPage.of(title, Html.of("header", Html.of("h1", title), lead(lead), facts(planned, when)), main);
    }

    private static String failed(ErrorInfo error, Instant when) {
        String title = "No plan could be made or carried out";
        Html header = Html.of("header", Html.of("h1", title), Html.of("dl", fact("When", time(when))));
        return HtmlPage.of(
                title,
                header,
                List.of(Html.of("section", ErrorHtml.of(error, "")).as("failed")));
    }

    private static Html lead(String words) {
        return Html.of("p", words).as("lead");
    }

    private static Html facts(Result.Planned planned, Instant when) {
        Result.Header header = planned.header();
        return Html.of(
                "dl",
                fact("Mac", Html.text(header.device().serial())),
                fact("System", Html.text("macOS " + header.device().macos())),
                fact(
                        "Enrollment",
                        Html.text(DeviceWords.enrollment(header.device().enrollment()))),
                fact("MDM", Html.text(header.server().isEmpty() ? "none configured" : header.server())),
                fact(
                        "Declared by",
                        Html.text(header.owner() + (header.scope().isEmpty() ? "" : ", " + header.scope()))),
                fact("When", time(when)),
                fact("Plan", Html.of("code", planned.plan().digest())));
    }

    private static Html fact(String name, Html value) {
        return Html.of("div", Html.of("dt", name), Html.of("dd", value));
    }

    private static Html time(Instant when) {
        String moment = when.truncatedTo(ChronoUnit.SECONDS).toString();
        return Html.of("time", moment.replace("T", " ").replace("Z", " UTC")).with("datetime", moment);
    }
}
