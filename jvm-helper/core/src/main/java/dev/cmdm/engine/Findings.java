// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.ErrorInfo;
import dev.cmdm.desired.Desired;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.device.Device;
import dev.cmdm.engine.Surveyor.Survey;
import dev.cmdm.installed.Installed;
import dev.cmdm.lint.Finding;
import dev.cmdm.lint.Severity;
import dev.cmdm.plist.PlistWarning;
import dev.cmdm.profile.ProfileWarning;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is odd about declared profiles or the listing and was tolerated. */
final class Findings {
    private static final String IDENTITY = "the signing identity";
    private static final String LISTING = "the Mac's listing";

    private Findings() {}

    static List<Finding> of(Desired desired, Survey survey, Instant now) {
        Installed installed = survey.installed();
        return Stream.of(
                        notWhole(installed),
                        installed.warnings().stream().map(Findings::finding),
                        survey.troubles().stream(),
                        desired.profiles().parallelStream()
                                .flatMap(profile -> lint(profile, survey.device(), now))
                                .toList()
                                .stream(),
                        conflicts(desired))
                .flatMap(found -> found)
                .toList();
    }

    /** What an MDM's queue could not be asked. */
    static List<Finding> queue(List<String> troubles) {
        return troubles.stream()
                .map(trouble -> trouble(
                        "queue-not-asked",
                        "earlier commands",
                        trouble,
                        "what was sent and is not seen waits until it can be asked"))
                .toList();
    }

    /** What of a journal could not be read. */
    static List<Finding> journal(List<String> notes) {
        return notes.stream()
                .map(note -> trouble("journal-not-whole", "the journal", note, ""))
                .toList();
    }

    /** What stands in the way of sending anything. */
    static Finding mdm(String why) {
        return trouble("mdm-not-usable", "the MDM", why, "nothing could be sent as it is");
    }

    /** What stands in the way of signing what is to be signed. */
    static Finding identity(ErrorInfo error) {
        String where = error.where().isEmpty() ? "" : error.where() + ": ";
        return trouble("identity-not-usable", IDENTITY, where + error.message(), "nothing could be sent as it is");
    }

    /** What is odd about who signs. */
    static Finding identity(ProfileWarning warning) {
        return trouble(warning.code(), IDENTITY, warning.message(), "");
    }

    private static Finding trouble(String code, String subject, String message, String hint) {
        return new Finding(code, Severity.WARNING, subject, "", 0, message, hint, "");
    }

    private static Stream<Finding> notWhole(Installed installed) {
        return installed.whole()
                ? Stream.empty()
                : Stream.of(new Finding(
                        "listing-not-whole",
                        Severity.WARNING,
                        LISTING,
                        "",
                        0,
                        "not read as root, so it and the records may be incomplete",
                        "run with sudo",
                        ""));
    }

    private static Finding finding(PlistWarning warning) {
        return new Finding(
                warning.code(), Severity.WARNING, LISTING, warning.place().keyPath(), 0, warning.message(), "", "");
    }

    /** Two of one identifier are left out: the plan itself blocks them and says so. */
    private static Stream<Finding> conflicts(Desired desired) {
        return DeclaredLint.between(desired.profiles()).stream()
                .filter(finding -> finding.severity() != Severity.ERROR);
    }

    /** What lint has to say; what is only worth knowing is left to those who ask lint itself. */
    private static Stream<Finding> lint(DesiredProfile profile, Device device, Instant now) {
        return DeclaredLint.of(profile, Optional.of(device.macos()), now).stream()
                .filter(finding -> finding.severity() != Severity.INFO);
    }
}
