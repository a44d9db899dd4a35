// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.catalog;

import java.util.List;
import java.util.Optional;

/** Looks for a key among others. */
final class Members {
    private Members() {}

    /** The key of this very name, else the one that stands for every name. */
    static Optional<PayloadKey> find(List<PayloadKey> members, String name) {
        PayloadKey any = null;
        for (PayloadKey member : members) {
            if (member.name().equals(name)) {
                return Optional.of(member);
            }
            any = member.name().equals(PayloadKey.ANY) ? member : any;
        }
        return Optional.ofNullable(any);
    }
}
