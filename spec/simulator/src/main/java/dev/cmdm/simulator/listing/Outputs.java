// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.listing;

import com.dd.plist.NSDictionary;
import dev.cmdm.simulator.facts.ToolTexts;
import dev.cmdm.simulator.mac.InstalledProfile;
import dev.cmdm.simulator.mac.MacSettings;
import dev.cmdm.simulator.mac.MacState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that the profiles tool can print about a Mac at one moment, by file name. */
final class Outputs {
    private final MacState state;
    private final Map<String, String> files = new LinkedHashMap<>();

    private Outputs(MacState state) {
        this.state = state;
    }

    /** File names and contents: VIEW.xml, VIEW.txt, VIEW.verbose, VIEW.description and the status texts. */
    static Map<String, String> of(MacState state) {
        Outputs outputs = new Outputs(state);
        views(state).forEach(outputs::add);
        outputs.files.put("status-enrollment", EnrollmentTexts.enrollment(state));
        outputs.files.put("status-configuration", EnrollmentTexts.configuration(state));
        outputs.files.put("status-bootstraptoken", EnrollmentTexts.bootstrapToken(state));
        outputs.files.put("show-enrollment", EnrollmentTexts.record(state));
        return outputs.files;
    }

    private static Stream<View> views(MacState state) {
        List<InstalledProfile> profiles = state.profiles();
        Stream<View> users =
                state.mac().users().stream().map(MacSettings.User::name).map(user -> View.of(user, profiles));
        return Stream.concat(Stream.of(View.everything(profiles), View.computer(profiles), View.anybody()), users);
    }

    private void add(View view) {
        NSDictionary listed = ListedProfiles.of(view);
        var macos = state.mac().macos();
        files.put(view.name() + ".xml", listed.toXMLPropertyList() + "\n");
        files.put(view.name() + ".txt", new PlainListing(macos).of(view));
        files.put(
                view.name() + ".verbose",
                ToolTexts.get("verbose.banner", macos) + "\n" + new VerboseListing(macos).of(view));
        files.put(view.name() + ".show", new VerboseListing(macos).of(view));
        files.put(view.name() + ".description", OldStyle.print(listed) + "\n");
    }
}
