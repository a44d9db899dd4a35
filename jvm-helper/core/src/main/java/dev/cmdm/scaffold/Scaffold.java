// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import dev.cmdm.installed.Origin;
import dev.cmdm.profile.ProfileKey;
import java.util.List;

/**
 * What is installed, written down.
 *
 * @param files what is to be written
 * @param profiles what became of each profile, in the order of their keys
 */
public record Scaffold(List<ScaffoldFile> files, List<Entry> profiles) {
    public Scaffold {
        files = List.copyOf(files);
        profiles = List.copyOf(profiles);
    }

    /**
     * One profile.
     *
     * @param key which
     * @param origin who installed it
     * @param file the name of the file that it stands in; empty when it stands in none
     * @param proven whether it was recovered whole
     * @param losses what was not recovered
     */
    public record Entry(ProfileKey key, Origin origin, String file, boolean proven, List<Loss> losses) {
        public Entry {
            losses = List.copyOf(losses);
        }
    }
}
