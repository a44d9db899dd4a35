// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import java.util.HashSet;
import java.util.Set;

/** Payload types of which a Mac may have one only. */
final class OnePerMacRule implements Rule {
    @Override
    public void check(Subject subject, Notes notes) {
        Set<String> seen = new HashSet<>();
        for (TypedPayload payload : subject.payloads()) {
            payload.type()
                    .filter(type -> !seen.add(payload.name()) && !type.multiple())
                    .ifPresent(type -> notes.add(
                            Code.ONE_PER_MAC,
                            payload.typePath(),
                            "Apple allows one payload of this type, and the profile has another",
                            type.file()));
        }
    }
}
