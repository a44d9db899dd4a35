// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.Lifetime;
import dev.cmdm.catalog.PayloadType;
import dev.cmdm.device.MacOsVersion;

/** Whether the macOS at hand has a payload type; needs its version. */
final class TypeLifetimeRule implements Rule {
    @Override
    public void check(Subject subject, Notes notes) {
        subject.macos()
                .ifPresent(version -> subject.payloads()
                        .forEach(payload -> payload.type().ifPresent(type -> check(payload, type, version, notes))));
    }

    private static void check(TypedPayload payload, PayloadType type, MacOsVersion version, Notes notes) {
        Lifetime lifetime = type.lifetime();
        if (lifetime.tooNewFor(version)) {
            add(Code.TYPE_TOO_NEW, payload, type, Since.introduced("the payload type", lifetime), notes);
        } else if (lifetime.removedIn(version)) {
            add(Code.TYPE_REMOVED, payload, type, Since.removed("the payload type", lifetime), notes);
        } else if (lifetime.deprecatedIn(version)) {
            add(Code.TYPE_DEPRECATED, payload, type, Since.deprecated("the payload type", lifetime), notes);
        }
    }

    private static void add(Code code, TypedPayload payload, PayloadType type, String message, Notes notes) {
        notes.add(code, payload.typePath(), message, type.file());
    }
}
