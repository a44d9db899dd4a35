// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cmdm.answer.Answer;
import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.answer.Result;
import dev.cmdm.answer.Samples;
import dev.cmdm.lint.Finding;
import dev.cmdm.lint.Severity;
import dev.cmdm.plan.Change;
import dev.cmdm.plan.Plan;
import dev.cmdm.plan.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The page of a plan, read as a browser would, and by whoever cannot see it. */
class PlanHtmlTest {
    private static final Instant WHEN = Instant.parse("2026-03-01T03:04:05.678Z");
    private static final String HOSTILE = "com.acme.<script>alert('\"&\u202e\n')</script>";

    @Test
    void aPlanSaysForWhomByWhomAndWhen() {
        WebPage page = page(Samples.plan());
        assertThat(page.text("//h1")).containsExactly("Plan for C02XK1ABCDEF");
        assertThat(page.text("//*[@class='lead']"))
                .containsExactly("3 to do, 1 waiting, 1 blocked, 1 in place. Nothing was changed.");
        assertThat(page.text("//header//dd"))
                .containsExactly(
                        "C02XK1ABCDEF",
                        "macOS 15.1",
                        "user-approved MDM",
                        "MicroMDM at mdm.acme.example",
                        "cli, complete under com.acme",
                        "2026-03-01 03:04:05 UTC",
                        "00112233445566778899aabbccddeeff");
    }

    @Test
    void aPlanListsWhatGoesFirstAndWhatStaysApart() {
        WebPage page = page(Samples.plan());
        assertThat(page.text("//section[h2='What would be done']//tbody/tr/th"))
                .containsExactly("com.acme.oldvpn", "com.acme.dock", "com.acme.mail", "com.acme.wifi", "com.acme.kext");
        assertThat(page.text("//section[h2='What would be done']//*[@class='badge']"))
                .containsExactly("remove", "replace", "install", "wait", "blocked");
        assertThat(page.text("//section[h2='In place']//tbody/tr/th")).containsExactly("com.acme.menu");
        assertThat(page.text("//*[@class='change']"))
                .containsExactly("com.apple.dock orientation changed", "com.apple.dock tilesize added");
    }

    @Test
    void numbersStandAsABarAndAsAList() {
        WebPage page = page(Samples.plan());
        assertThat(page.text("//ul[@class='tally']/li"))
                .containsExactly("1 blocked", "1 to remove", "1 to replace", "1 to install", "1 waiting", "1 in place");
        assertThat(page.find("//*[@class='bar']/*[@width='16.67%']")).hasSize(6);
    }

    @Test
    void whatWasCarriedOutBeginsWithTheWorst() {
        WebPage page = page(Samples.applied());
        assertThat(page.text("//section[h2='What was done']//*[@class='badge']"))
                .containsExactly("failed", "blocked", "pending", "wait", "removed");
        assertThat(page.text("//*[@class='wrong']")).containsExactly("the MDM refused the command");
        assertThat(page.text("//ul[@class='tally']/li"))
                .containsExactly("1 failed", "1 blocked", "1 pending", "1 waiting", "1 done", "1 in place");
        assertThat(page.text("//*[@class='more']"))
                .contains(
                        "mdm.acme.example:443 · mdm-refused",
                        "replace: another content is on this Mac · sent 2026-03-01T12:00:00Z · command COMMAND-1");
    }

    @Test
    void findingsStandByProfileAndTheWorstFirst() {
        List<Finding> findings = List.of(
                new Finding("odd", Severity.INFO, "com.acme.a", "", 0, "It is odd", "", ""),
                new Finding("lost", Severity.WARNING, "com.acme.b", "", 0, "It is lost", "", ""),
                new Finding(
                        "wrong-type",
                        Severity.ERROR,
                        "com.acme.a",
                        "K",
                        23,
                        "It is text",
                        "write true",
                        "Apple, a.yaml"));
        WebPage page = page(with(Samples.plan(), Samples.plan().plan().steps(), findings));
        assertThat(page.text("//section[h2='Findings']/h3")).containsExactly("com.acme.a", "com.acme.b");
        assertThat(page.text("//section[h2='Findings']//tbody/tr"))
                .containsExactly(
                        "error wrong-type K line 23 It is text What to do: write true Apple, a.yaml",
                        "info odd It is odd",
                        "warning lost It is lost");
    }

    @Test
    void aRequestThatFailedAsAWholeIsAPageToo() {
        ErrorInfo error = new ErrorInfo("not-root", "only root may", "mdm:443", "run with sudo", 1, false);
        WebPage page = WebPage.of(PlanHtml.page(new Answer.Failure("1", error), WHEN));
        assertThat(page.text("//h1")).containsExactly("No plan could be made or carried out");
        assertThat(page.text("//main//p"))
                .containsExactly("only root may", "What to do: run with sudo", "mdm:443 · not-root");
    }

    @Test
    void whatComesFromElsewhereIsTextAndNothingElse() {
        Result.Planned planned = Samples.plan();
        List<Step> steps = new ArrayList<>();
        for (Step step : planned.plan().steps()) {
            steps.add(hostile(step));
        }
        Finding finding = new Finding(HOSTILE, Severity.ERROR, HOSTILE, HOSTILE, 1, HOSTILE, HOSTILE, HOSTILE);
        String source = source(with(planned, steps, List.of(finding)));
        WebPage page = WebPage.of(source);
        assertThat(page.elements())
                .isSubsetOf(Set.of(
                        "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "h1",
                        "h2", "h3", "p", "dl", "div", "dt", "dd", "code", "time", "svg", "rect", "ul", "li", "b",
                        "table", "caption", "thead", "tbody", "tr", "th", "td", "span", "details", "summary"));
        assertThat(page.text("//tbody/tr/th")).contains("com.acme.<script>alert('\"&\\u202e\\u000a')</script>");
        assertThat(source).doesNotContain("<script", "\u202e");
    }

    @Test
    void aBrowserLoadsAndRunsNothing() throws Exception {
        WebPage page = page(Samples.applied());
        String rules = page.find("//style").get(0).getTextContent();
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(rules.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.attribute("//meta[@http-equiv='Content-Security-Policy']", "content"))
                .isEqualTo(
                        "default-src 'none'; style-src 'sha256-" + digest + "'; base-uri 'none'; form-action 'none'");
        assertThat(source(Samples.applied())).doesNotContain("style=", "src=", "href=", "url(", "@import", "://");
    }

    @Test
    void theLookIsTheSameTextInHtmlAndInXml() {
        assertThat(page(Samples.plan()).find("//style").get(0).getTextContent())
                .doesNotContain("<", ">", "&", "\"", "'")
                .contains("prefers-color-scheme: dark", "@media print");
    }

    @Test
    void whoDoesNotSeeThePageHearsWhatEachPartIs() {
        WebPage page = page(Samples.applied());
        assertThat(page.attribute("/html", "lang")).isEqualTo("en");
        assertThat(page.find("//body/header")).hasSize(1);
        assertThat(page.find("//body/main")).hasSize(1);
        for (Element table : page.find("//table")) {
            assertThat(WebPage.children(table)).startsWith("caption", "thead");
        }
        assertThat(page.find("//thead//th[not(@scope='col')]")).isEmpty();
        assertThat(page.find("//tbody//th[not(@scope='row')]")).isEmpty();
        assertThat(page.find("//tbody/tr[not(th)]")).isEmpty();
    }

    @Test
    void manyDifferencesAreFoldedAndFewAreNot() {
        Step step = Samples.plan().plan().steps().get(1);
        assertThat(page(Samples.plan()).find("//details[summary='2 settings differ'][@open]"))
                .hasSize(1);
        List<Change> many = new ArrayList<>();
        for (int n = 0; n < 9; n++) {
            many.add(new Change("com.apple.dock", "key" + n, Change.Kind.ADDED));
        }
        WebPage page = page(with(Samples.plan(), List.of(with(step, step.id(), many)), List.of()));
        assertThat(page.find("//details[summary='9 settings differ'][not(@open)]"))
                .hasSize(1);
    }

    @Test
    void everyWayThatAStepCanStandHasALook() {
        String rules = page(Samples.plan()).find("//style").get(0).getTextContent();
        for (Stand stand : Stand.values()) {
            assertThat(rules).containsPattern("\\." + stand.look() + "[ ,]");
        }
    }

    @Test
    void aMacThatIsAsDeclaredSaysSo() {
        WebPage page = page(with(Samples.plan(), List.of(), List.of()));
        assertThat(page.text("//section[h2='What would be done']/p")).containsExactly("Everything is as declared.");
        assertThat(page.find("//h2[.='In place']")).isEmpty();
    }

    private static Step hostile(Step step) {
        return with(step, HOSTILE, List.of(new Change(HOSTILE, HOSTILE, Change.Kind.ADDED)));
    }

    private static Step with(Step step, String id, List<Change> changes) {
        return new Step(
                id,
                step.key(),
                step.ensure(),
                step.action(),
                step.route(),
                step.reason(),
                changes,
                step.delivery(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new IllegalStateException(HOSTILE)));
    }

    private static Result.Planned with(Result.Planned planned, List<Step> steps, List<Finding> findings) {
        return new Result.Planned(
                planned.header(), new Plan(planned.plan().digest(), steps), planned.outcomes(), findings);
    }

    private static WebPage page(Result.Planned planned) {
        return WebPage.of(source(planned));
    }

    private static String source(Result.Planned planned) {
        return PlanHtml.page(new Answer.Success("1", planned), WHEN);
    }
}
