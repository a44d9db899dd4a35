// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.desired.Desired;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.engine.Surveyor.Survey;
import dev.cmdm.installed.Installed;
import dev.cmdm.lint.Finding;
import dev.cmdm.lint.Severity;
import dev.cmdm.plist.PlistWarning;
import dev.cmdm.profile.ProfileWarning;
import java.util.List;
import java.util.stream.Stream;

/** What is odd about declared profiles or the listing and was tolerated. */
final class Findings {
    private static final String LISTING = "the Mac's listing";
    private static final String EARLIER = "earlier commands";

    private Findings() {}

    static List<Finding> of(Desired desired, Survey survey) {
        Installed installed = survey.installed();
        return Stream.of(
                        notWhole(installed),
                        installed.warnings().stream().map(Findings::finding),
                        survey.troubles().stream().map(Findings::unknown),
                        desired.profiles().stream().flatMap(Findings::of))
                .flatMap(found -> found)
                .toList();
    }

    private static Finding unknown(String trouble) {
        return new Finding(
                "queue-not-asked",
                Severity.WARNING,
                EARLIER,
                "",
                0,
                trouble,
                "what was sent and is not seen waits until it can be asked",
                "");
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

    private static Stream<Finding> of(DesiredProfile profile) {
        return profile.findProfile().stream()
                .flatMap(read -> read.warnings().stream().map(warning -> finding(profile, warning)));
    }

    private static Finding finding(DesiredProfile profile, ProfileWarning warning) {
        return new Finding(
                warning.code(),
                Severity.WARNING,
                profile.name(),
                warning.place().keyPath(),
                warning.place().line(),
                warning.message(),
                "",
                "");
    }
}
