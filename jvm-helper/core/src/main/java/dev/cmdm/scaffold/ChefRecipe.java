// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import dev.cmdm.plist.CanonicalXml;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.PayloadUuids;
import dev.cmdm.profile.Scope;
import dev.cmdm.profile.Stamp;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A recipe of Chef: a {@code macos_profile} for each profile, payload UUIDs as they are. */
final class ChefRecipe implements Style {
    private static final String NAME = "profiles.rb";

    private final RubyLiterals ruby = new RubyLiterals();

    @Override
    public boolean holds(PlistValue value) {
        return !Misfit.in(value, Misfit::endless);
    }

    @Override
    public boolean namesOnce() {
        return false;
    }

    @Override
    public String fileOf(Recovered profile) {
        return NAME;
    }

    @Override
    public List<ScaffoldFile> files(List<Recovered> profiles) {
        StringBuilder recipe = new StringBuilder(Remarks.HEAD);
        profiles.forEach(
                profile -> recipe.append('\n').append(Remarks.of(profile)).append(resource(profile)));
        return List.of(ScaffoldFile.of(NAME, recipe.toString()));
    }

    private String resource(Recovered profile) {
        String name = ruby.quoted(profile.key().identifier().value());
        String user = profile.key().scope() == Scope.USER
                ? "  user " + ruby.quoted(profile.key().user()) + "\n"
                : "";
        return "macos_profile " + name + " do\n" + body(profile) + user + "end\n";
    }

    private String body(Recovered profile) {
        return holds(profile.content())
                ? "  content(\n    " + ruby.of(profile.content(), 2) + "\n  )\n  payload_uuids 'keep'\n"
                : "  data " + ruby.quoted(text(profile)) + "\n";
    }

    /** The text of the property list, with the UUID that proves it. */
    static String text(Recovered profile) {
        return new String(
                CanonicalXml.write(Stamp.content(profile.profile(), PayloadUuids.KEEP)), StandardCharsets.UTF_8);
    }
}
