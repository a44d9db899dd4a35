// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cmdm.answer.LintedFile;
import dev.cmdm.answer.SampleFiles;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.engine.ProfileFiles.Named;
import dev.cmdm.lint.Finding;
import dev.cmdm.lint.Ignore;
import dev.cmdm.lint.ListedIgnore;
import dev.cmdm.lint.Severity;
import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.EnvelopeOpener.Opened;
import dev.cmdm.profile.ProfileReader;
import dev.cmdm.profile.Signer;
import dev.cmdm.report.LintGithub;
import dev.cmdm.report.LintJunit;
import dev.cmdm.report.LintText;
import dev.cmdm.wire.LintWriter;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LintingTest {
    private static final ProfileReader READER = new ProfileReader(envelope -> {
        throw new IllegalStateException("nothing is signed here");
    });
    private static final String BAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            %s<plist version="1.0">
            <dict>
            <key>PayloadIdentifier</key><string>com.acme.dock</string>
            <key>PayloadUUID</key><string>11111111-1111-4111-8111-111111111111</string>
            <key>PayloadType</key><string>Configuration</string>
            <key>PayloadVersion</key><integer>1</integer>
            <key>PayloadScope</key><string>System</string>
            <key>PayloadContent</key><array><dict>
            <key>PayloadIdentifier</key><string>com.acme.dock.one</string>
            <key>PayloadUUID</key><string>22222222-2222-4222-8222-222222222222</string>
            <key>PayloadType</key><string>com.apple.dock</string>
            <key>PayloadVersion</key><integer>1</integer>
            <key>tilesize</key>
            <integer>500</integer>
            <key>autohide</key><true/>
            </dict></array>
            </dict>
            </plist>
            """;

    @Test
    void aFindingIsToldWithFileLineAndPlace() {
        assertThat(LintText.lines(lint("a.mobileconfig", BAD.formatted(""))))
                .singleElement()
                .asString()
                .isEqualTo(
                        "a.mobileconfig:15: error: PayloadContent[0].tilesize: the number is out of the range that Apple allows;"
                                + " write at least 16 and at most 128 [out-of-range] (Apple, com.apple.dock.yaml)");
    }

    @Test
    void aFileThatIsNoProfileIsToldAndStopsNothing() {
        LintedFile broken = lint("b.mobileconfig", "<plist>");
        assertThat(broken).isInstanceOf(LintedFile.Broken.class);
        assertThat(LintText.lines(broken)).singleElement().asString().startsWith("b.mobileconfig: error: ");
        JsonNode json = json(broken);
        assertThat(json.get("error").get("class").asString()).startsWith("malformed-");
        assertThat(json.has("findings")).isFalse();
    }

    @Test
    void whatIsToBeIgnoredIsNotTold() {
        assertThat(findings(BAD.formatted(""), List.of(ListedIgnore.option("out-of-range"))))
                .isEmpty();
        assertThat(findings(BAD.formatted("<!-- cmdm-lint: ignore out-of-range -->\n"), List.of()))
                .isEmpty();
        assertThat(findings(BAD.formatted("<!-- cmdm-lint: ignore unknown-key -->\n"), List.of()))
                .extracting(Finding::code)
                .containsExactly("out-of-range");
    }

    @Test
    void aCommentIsAboutTheValueThatFollowsIt() {
        String comment = "<!-- cmdm-lint: ignore out-of-range -->\n";
        String before = BAD.formatted("").replace("<key>tilesize", comment + "<key>tilesize");
        assertThat(findings(before, List.of())).isEmpty();
        String elsewhere = BAD.formatted("").replace("<key>autohide", comment + "<key>autohide");
        assertThat(findings(elsewhere, List.of())).extracting(Finding::code).containsExactly("out-of-range");
    }

    @Test
    void aCommentThatNamesNoCodeOfLintIsToldWithItsLine() {
        assertThat(findings(BAD.formatted("<!-- cmdm-lint: ignore out-of-rang -->\n"), List.of()))
                .extracting(Finding::code, Finding::line)
                .containsExactlyInAnyOrder(tuple("out-of-range", 16), tuple("unknown-ignore", 2));
        assertThat(findings(
                        BAD.formatted("<!-- cmdm-lint: ignore out-of-rang unknown-ignore -->\n"),
                        List.of(ListedIgnore.option("out-of-range"))))
                .isEmpty();
    }

    @Test
    void commentsInASignedFileAreThoseOfWhatWasSigned() {
        byte[] signed =
                BAD.formatted("<!-- cmdm-lint: ignore out-of-range -->\n").getBytes(StandardCharsets.UTF_8);
        Signer signer = new Signer("CN=acme", "CN=acme", Instant.MAX, false);
        ProfileReader reader = new ProfileReader(envelope -> new Opened(new Bytes(signed), List.of(signer), List.of()));
        Linting linting = new Linting(reader, Optional.empty(), Instant.EPOCH, List.of(), false);
        byte[] envelope = {0x30, (byte) 0x80, 0x06};
        LintedFile.Looked looked = (LintedFile.Looked) linting.lint(new Named("a.mobileconfig", () -> envelope));
        assertThat(looked.findings()).isEmpty();
    }

    @Test
    void aVersionOfMacOsIsTakenIntoAccount() {
        Linting linting = new Linting(READER, MacOsVersion.find("10.6"), Instant.EPOCH, List.of(), false);
        LintedFile.Looked looked = (LintedFile.Looked) linting.lint(named("a", BAD.formatted("")));
        assertThat(looked.findings()).extracting(Finding::code).contains("type-too-new");
    }

    @Test
    void filesForOneMacAreHeldAgainstEachOtherAndOthersAreNot() {
        Named left = dock("left.mobileconfig", "com.acme.a", "left");
        Named right = dock("right.mobileconfig", "com.acme.b", "right");
        for (boolean together : List.of(true, false)) {
            Linting linting = new Linting(READER, Optional.empty(), Instant.EPOCH, List.of(), together);
            linting.lint(left);
            LintedFile.Looked second = (LintedFile.Looked) linting.lint(right);
            assertThat(second.findings().stream()
                            .filter(finding -> finding.code().equals("conflict")))
                    .hasSize(together ? 1 : 0)
                    .allSatisfy(finding -> {
                        assertThat(finding.message()).contains("com.acme.a", "orientation");
                        assertThat(finding.line()).isPositive();
                    });
        }
    }

    private static Named dock(String file, String identifier, String side) {
        byte[] profile = SampleFiles.profile("com.apple.dock", "<key>orientation</key><string>" + side + "</string>");
        String text = new String(profile, StandardCharsets.UTF_8).replace("com.acme.sample", identifier);
        return named(file, text);
    }

    @Test
    void jsonHoldsEveryFieldOfAFinding() {
        JsonNode json = json(lint("a.mobileconfig", BAD.formatted("")));
        assertThat(json.get("file").asString()).isEqualTo("a.mobileconfig");
        assertThat(json.get("identifier").asString()).isEqualTo("com.acme.dock");
        JsonNode finding = json.get("findings").get(0);
        assertThat(finding.get("code").asString()).isEqualTo("out-of-range");
        assertThat(finding.get("severity").asString()).isEqualTo("error");
        assertThat(finding.get("keyPath").asString()).isEqualTo("PayloadContent[0].tilesize");
        assertThat(finding.get("source").asString()).isEqualTo("Apple, com.apple.dock.yaml");
        assertThat(finding.propertyNames())
                .containsExactlyInAnyOrder(
                        "code", "severity", "identifier", "keyPath", "line", "message", "hint", "source");
    }

    @Test
    void annotationsOfGithubAreEscaped() {
        Finding finding = new Finding("placeholder", Severity.INFO, "x", "a", 7, "100 % of\nlines", "", "");
        assertThat(LintGithub.lines(new LintedFile.Looked("a,b:c.mobileconfig", "x", List.of(finding))))
                .containsExactly(
                        "::notice file=a%2Cb%3Ac.mobileconfig,line=7,title=placeholder::a: 100 %25 of%0Alines");
        assertThat(LintGithub.lines(lint("b.mobileconfig", "")))
                .singleElement()
                .asString()
                .startsWith("::error file=b.mobileconfig,title=not-a-profile::");
    }

    @Test
    void theReportOfJunitIsXmlWithACaseForEachFile() throws Exception {
        List<LintedFile> files = List.of(
                lint(
                        "good <&> \u0001.mobileconfig",
                        new String(SampleFiles.profile("com.acme.app", ""), StandardCharsets.UTF_8)),
                lint("bad.mobileconfig", BAD.formatted("")),
                lint("broken.mobileconfig", "<plist>"));
        Element suite = parse(LintJunit.lines(files, Optional.of(Severity.ERROR)));
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
                .contains("out-of-range");
        Element lenient = parse(LintJunit.lines(files, Optional.empty()));
        assertThat(lenient.getAttribute("failures")).isEqualTo("0");
    }

    private static Element parse(List<String> lines) throws Exception {
        byte[] xml = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }

    private static List<Finding> findings(String text, List<Ignore> ignores) {
        Linting linting = new Linting(READER, Optional.empty(), Instant.EPOCH, ignores, false);
        return ((LintedFile.Looked) linting.lint(named("a.mobileconfig", text))).findings();
    }

    private static LintedFile lint(String file, String text) {
        return new Linting(READER, Optional.empty(), Instant.EPOCH, List.of(), false).lint(named(file, text));
    }

    private static Named named(String file, String text) {
        return new Named(file, () -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(LintedFile linted) {
        return JsonMapper.builder().build().readTree(LintWriter.write(linted));
    }
}
