// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.answer.Result.Finding;
import dev.cmdm.desired.Desired;
import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.installed.Installed;
import dev.cmdm.plist.PlistWarning;
import dev.cmdm.profile.ProfileWarning;
import java.util.List;
import java.util.stream.Stream;

/** What is odd about declared profiles or the listing and was tolerated. */
final class Findings {
    private static final String LISTING = "the Mac's listing";

    private Findings() {}

    static List<Finding> of(Desired desired, Installed installed) {
        return Stream.of(
                        view(installed),
                        installed.warnings().stream().map(Findings::finding),
                        desired.profiles().stream().flatMap(Findings::of))
                .flatMap(findings -> findings)
                .toList();
    }

    private static Stream<Finding> view(Installed installed) {
        if (installed.whole()) {
            return Stream.empty();
        }
        return Stream.of(new Finding(
                "listing-partial",
                "warning",
                LISTING,
                "",
                0,
                "it was not read as root and may be incomplete",
                "run it with sudo",
                ""));
    }

    private static Finding finding(PlistWarning warning) {
        return new Finding(warning.code(), "warning", LISTING, warning.place().keyPath(), 0, warning.message(), "", "");
    }

    private static Stream<Finding> of(DesiredProfile profile) {
        return profile.findProfile().stream()
                .flatMap(read -> read.warnings().stream().map(warning -> finding(profile, warning)));
    }

    private static Finding finding(DesiredProfile profile, ProfileWarning warning) {
        return new Finding(
                warning.code(),
                "warning",
                profile.name(),
                warning.place().keyPath(),
                warning.place().line(),
                warning.message(),
                "",
                "");
    }
}
