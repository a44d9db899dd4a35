// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Scope;
import java.util.List;

/** A manifest of Puppet: a {@code macos_profile} for each profile, payload UUIDs as they are. */
final class PuppetManifest implements Style {
    private static final String NAME = "profiles.pp";

    private final PuppetLiterals puppet = new PuppetLiterals();

    @Override
    public boolean holds(PlistValue value) {
        return !Misfit.in(value, PuppetLiterals::isMisfit);
    }

    @Override
    public boolean namesOnce() {
        return true;
    }

    @Override
    public String fileOf(Recovered profile) {
        return NAME;
    }

    @Override
    public List<ScaffoldFile> files(List<Recovered> profiles) {
        StringBuilder manifest = new StringBuilder(Remarks.HEAD);
        profiles.forEach(
                profile -> manifest.append('\n').append(Remarks.of(profile)).append(resource(profile)));
        return List.of(ScaffoldFile.of(NAME, manifest.toString()));
    }

    private String resource(Recovered profile) {
        String user = profile.key().scope() == Scope.USER
                ? "  scope         => 'user',\n  user          => "
                        + puppet.quoted(profile.key().user()) + ",\n"
                : "";
        return "macos_profile { " + puppet.quoted(profile.key().identifier().value()) + ":\n" + body(profile) + user
                + "}\n";
    }

    private String body(Recovered profile) {
        String content =
                holds(profile.content()) ? puppet.of(profile.content(), 1) : puppet.quoted(ChefRecipe.text(profile));
        return "  content       => " + content + ",\n  payload_uuids => 'keep',\n";
    }
}
