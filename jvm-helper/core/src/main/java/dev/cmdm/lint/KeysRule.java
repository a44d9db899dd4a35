// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.Delivery;

/** The keys that all payloads share, and those of payloads whose type Apple describes for macOS. */
final class KeysRule implements Rule {
    @Override
    public void check(Subject subject, Notes notes) {
        KeyWalk walk = new KeyWalk(subject, notes);
        for (TypedPayload payload : subject.payloads()) {
            walk.shared(payload);
            payload.type()
                    .filter(type -> type.delivery() != Delivery.NOT_MACOS)
                    .ifPresent(type -> walk.payload(type, payload));
        }
    }
}
