// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.profile.Alignment.Pair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two profiles in which a payload's UUID is its name, and payloads that belong together have one name. */
final class PayloadNames {
    /** Sets a name apart from a text of the profile that happens to be the same. */
    private static final String MARK = "\0payload ";

    private final Dict before;
    private final Dict after;

    PayloadNames(Dict before, Dict after, Alignment payloads) {
        List<String> oldNames = References.names(before, References.payloads(before));
        List<String> newNames = References.names(after, References.payloads(after));
        Map<String, String> oldNameOfNew = new HashMap<>();
        for (Pair pair : payloads.pairs()) {
            if (pair.before() >= 0 && pair.after() >= 0) {
                oldNameOfNew.put(newNames.get(pair.after()), oldNames.get(pair.before()));
            }
        }
        this.before = new ReferenceRewriter(References.in(before), name -> MARK + name).rewrite(before);
        this.after = new ReferenceRewriter(
                        References.in(after), name -> MARK + oldNameOfNew.getOrDefault(name, "new " + name))
                .rewrite(after);
    }

    Dict before() {
        return before;
    }

    Dict after() {
        return after;
    }
}
