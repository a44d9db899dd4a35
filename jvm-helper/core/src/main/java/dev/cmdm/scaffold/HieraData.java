// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Data of Hiera for the class {@code cmdm}: its profiles under {@code cmdm::profiles}, payload UUIDs as they are. */
final class HieraData implements Style {
    private static final String NAME = "profiles.yaml";

    /** What Puppet has no way to hand on, YAML as Hiera reads it has no way to write. */
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
        StringBuilder data = new StringBuilder(Remarks.HEAD).append("---\ncmdm::profiles:\n");
        profiles.forEach(profile -> {
            Remarks.of(profile)
                    .lines()
                    .forEach(line -> data.append("  ").append(line).append('\n'));
            data.append("  ")
                    .append(YamlText.quoted(profile.key().identifier().value()))
                    .append(':')
                    .append(YamlText.of(attributes(profile), 2));
        });
        return List.of(ScaffoldFile.of(NAME, data.toString()));
    }

    private PlistValue.Dict attributes(Recovered profile) {
        Map<String, PlistValue> attributes = new LinkedHashMap<>();
        if (profile.key().scope() == Scope.USER) {
            attributes.put("scope", new PlistValue.Text("user"));
            attributes.put("user", new PlistValue.Text(profile.key().user()));
        }
        attributes.put("payload_uuids", new PlistValue.Text("keep"));
        attributes.put(
                "content",
                holds(profile.content()) ? profile.content() : new PlistValue.Text(ChefRecipe.text(profile)));
        return new PlistValue.Dict(attributes);
    }
}
