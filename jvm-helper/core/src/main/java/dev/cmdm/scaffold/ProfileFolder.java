// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.ProfileKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A file for each profile, with what could not be recovered as a comment in it. */
final class ProfileFolder implements Style {
    private static final String ENDING = ".mobileconfig";
    private static final int LONGEST_NAME = 120;

    private final Map<ProfileKey, String> names = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    @Override
    public boolean holds(PlistValue value) {
        return true;
    }

    @Override
    public boolean namesOnce() {
        return false;
    }

    @Override
    public String fileOf(Recovered profile) {
        return names.getOrDefault(profile.key(), "");
    }

    @Override
    public List<ScaffoldFile> files(List<Recovered> profiles) {
        List<ScaffoldFile> files = new ArrayList<>();
        for (Recovered profile : profiles) {
            String name = name(profile.key());
            names.put(profile.key(), name);
            files.add(ScaffoldFile.of(name, text(profile)));
        }
        return files;
    }

    private static String text(Recovered profile) {
        String text = ChefRecipe.text(profile);
        int top = text.indexOf("<plist");
        return text.substring(0, top) + comment(profile) + text.substring(top);
    }

    /** Two dashes in a row would end the comment early. */
    private static String comment(Recovered profile) {
        StringBuilder lines = new StringBuilder("Written by cmdm import.\n");
        profile.remarks().forEach(remark -> lines.append(Plain.comment(remark)).append('\n'));
        return "<!--\n" + lines.toString().replaceAll("-(?=-)", "- ") + "-->\n";
    }

    /** A name that every file system takes, and takes for another than those before, whatever it thinks of case. */
    private String name(ProfileKey key) {
        String safe = key.toString().replaceAll("[^A-Za-z0-9._@-]", "_").replaceAll("^\\.", "_");
        String base = safe.length() > LONGEST_NAME ? safe.substring(0, LONGEST_NAME) : safe;
        String name = base;
        for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
            name = base + "-" + n;
        }
        return name + ENDING;
    }
}
