// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.report;

import dev.cmdm.answer.Result;
import dev.cmdm.installed.InstalledProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What is on a Mac, as people read it: one line for each profile, by name. */
public final class StateText {
    private StateText() {}

    /** The whole state. */
    public static List<String> lines(Result.State state) {
        List<InstalledProfile> profiles = state.installed().profiles().stream()
                .sorted(Comparator.comparing(InstalledProfile::key))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(state.device().serial() + "   macOS " + state.device().macos() + "   "
                + DeviceWords.enrollment(state.device().enrollment()));
        lines.add("");
        int width = profiles.stream()
                .mapToInt(profile -> profile.key().toString().length())
                .max()
                .orElse(0);
        profiles.forEach(profile -> lines.add("  " + line(profile, width)));
        lines.add("");
        lines.add(count(profiles.size()) + notWhole(state));
        return lines;
    }

    private static String line(InstalledProfile profile, int width) {
        String name = profile.key().toString();
        return Column.pad(name, width) + "   " + Column.pad(origin(profile), 11) + "   " + profile.uuid() + "   "
                + profile.installDate();
    }

    private static String origin(InstalledProfile profile) {
        if (profile.isEnrollment()) {
            return "enrollment";
        }
        return profile.declarative() ? "declarative" : profile.origin().name().toLowerCase(Locale.ROOT);
    }

    private static String count(int count) {
        return count == 1 ? "1 profile." : count + " profiles.";
    }

    private static String notWhole(Result.State state) {
        return state.installed().whole() ? "" : " Read without root: there may be more; run with sudo to see all.";
    }
}
