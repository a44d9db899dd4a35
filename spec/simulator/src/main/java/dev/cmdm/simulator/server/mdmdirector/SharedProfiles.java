// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server.mdmdirector;

import dev.cmdm.simulator.server.Ids;
import dev.cmdm.simulator.wire.GoSyntaxException;
import java.util.ArrayList;
import java.util.List;

/** The profiles that all Macs should have. */
final class SharedProfiles {
    private final List<SharedProfile> all = new ArrayList<>();
    private final Ids ids;

    SharedProfiles(Ids ids) {
        this.ids = ids;
    }

    synchronized SharedProfile save(Upload upload) throws GoSyntaxException {
        var shared = new SharedProfile(ids.uuid(), upload.again(), upload.hash(), true);
        all.removeIf(old -> old.upload().identifier().equals(upload.identifier()));
        all.add(shared);
        return shared;
    }

    synchronized void unwant(String identifier) {
        all.replaceAll(each -> each.upload().identifier().equals(identifier) ? each.unwanted() : each);
    }

    synchronized List<SharedProfile> all() {
        return List.copyOf(all);
    }
}
