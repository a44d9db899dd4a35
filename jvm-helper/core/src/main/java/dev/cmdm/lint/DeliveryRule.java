// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.PayloadType;

/** By which way macOS takes a payload type. */
final class DeliveryRule implements Rule {
    @Override
    public void check(Subject subject, Notes notes) {
        subject.payloads().forEach(payload -> payload.type().ifPresent(type -> check(payload, type, notes)));
    }

    private static void check(TypedPayload payload, PayloadType type, Notes notes) {
        switch (type.delivery()) {
            case MDM_ONLY ->
                add(
                        Code.MDM_ONLY_TYPE,
                        payload,
                        type,
                        "macOS takes this payload type from an approved MDM only",
                        notes);
            case APPROVED_MDM ->
                add(
                        Code.NEEDS_USER_APPROVAL,
                        payload,
                        type,
                        "macOS takes this payload type from an MDM only if the user approved it",
                        notes);
            case MANUAL_ONLY ->
                add(Code.MANUAL_ONLY_TYPE, payload, type, "macOS takes this payload type from no MDM", notes);
            case ENROLLMENT ->
                add(Code.ENROLLMENT_PAYLOAD, payload, type, "this payload enrolls the Mac in an MDM", notes);
            case ANY, REMOVED, NOT_MACOS, CONTAINER -> {}
        }
    }

    private static void add(Code code, TypedPayload payload, PayloadType type, String message, Notes notes) {
        notes.add(code, payload.typePath(), message, type.file());
    }
}
