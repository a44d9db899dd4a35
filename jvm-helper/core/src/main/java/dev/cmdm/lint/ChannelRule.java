// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.Delivery;
import dev.cmdm.catalog.PayloadType;

/** Whether a payload type works in the scope that the profile asks for; says nothing where it asks for none. */
final class ChannelRule implements Rule {
    @Override
    public void check(Subject subject, Notes notes) {
        String scope = subject.profile().content().findText("PayloadScope").orElse("");
        for (TypedPayload payload : subject.payloads()) {
            payload.type()
                    .filter(type -> type.delivery() != Delivery.NOT_MACOS)
                    .ifPresent(type -> check(payload, type, scope, notes));
        }
    }

    private static void check(TypedPayload payload, PayloadType type, String scope, Notes notes) {
        if (scope.equals("User") && !type.userChannel()) {
            notes.add(
                    Code.DEVICE_ONLY_TYPE,
                    payload.typePath(),
                    "the payload type works for the computer only, and the profile is for a user",
                    type.file());
        } else if (scope.equals("System") && !type.deviceChannel()) {
            notes.add(
                    Code.USER_ONLY_TYPE,
                    payload.typePath(),
                    "the payload type works for a user only, and the profile is for the computer",
                    type.file());
        }
    }
}
