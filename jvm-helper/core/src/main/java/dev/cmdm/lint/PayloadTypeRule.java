// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.Catalogue;
import dev.cmdm.catalog.Delivery;
import dev.cmdm.catalog.PayloadType;
import java.util.Optional;

/**
 * Whether Apple knows the type of a payload. A preference domain of an app is as good a type as any: only what begins
 * like Apple's own, or is nearly one of them, is worth a word.
 */
final class PayloadTypeRule implements Rule {
    @Override
    public void check(Subject subject, Notes notes) {
        for (TypedPayload payload : subject.payloads()) {
            payload.type().ifPresentOrElse(type -> known(payload, type, notes), () -> unknown(payload, notes));
        }
    }

    private static void known(TypedPayload payload, PayloadType type, Notes notes) {
        if (type.delivery() == Delivery.NOT_MACOS) {
            notes.add(
                    Code.TYPE_NOT_FOR_MACOS,
                    payload.typePath(),
                    "Apple has this payload type for other devices, not for Macs",
                    type.file());
        }
    }

    private static void unknown(TypedPayload payload, Notes notes) {
        Optional<String> near = Catalogue.apple().findNear(payload.name());
        if (near.filter(payload.name()::equalsIgnoreCase).isPresent()) {
            notes.add(
                    Code.MISCASED_TYPE,
                    payload.typePath(),
                    "the payload type is " + near.get() + " but for upper and lower case",
                    "");
        } else if (near.isPresent()) {
            notes.add(
                    Code.UNKNOWN_TYPE,
                    payload.typePath(),
                    "Apple's schema lacks this payload type; perhaps it was to be " + near.get(),
                    "write " + near.get() + " if that is meant",
                    "");
        } else if (payload.name().startsWith("com.apple.")) {
            notes.add(
                    Code.UNKNOWN_TYPE,
                    payload.typePath(),
                    "Apple's schema lacks this payload type, macOS takes it for a preference domain",
                    "");
        }
    }
}
