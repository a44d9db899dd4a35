// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.catalog.Catalogue;
import dev.cmdm.device.MacOsVersion;
import dev.cmdm.plist.KeyPath;
import dev.cmdm.profile.Payload;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileWarning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What lint looks at.
 *
 * @param name whose findings they are: a PayloadIdentifier, or the name under which it was declared
 * @param profile the profile
 * @param warnings what was tolerated when it was read, those of the profile itself among them
 * @param macos the macOS it is for; without one nothing is said about versions
 * @param now the time; without one nothing is said about dates
 * @param lines where its values stand
 */
public record Subject(
        String name,
        Profile profile,
        List<ProfileWarning> warnings,
        Optional<MacOsVersion> macos,
        Optional<Instant> now,
        Lines lines) {
    public Subject {
        warnings = List.copyOf(warnings);
    }

    /** The payloads of a type that is written down, each with its place and what Apple says of the type. */
    List<TypedPayload> payloads() {
        List<TypedPayload> typed = new ArrayList<>();
        for (int index = 0; index < profile.payloads().size(); index++) {
            Payload payload = profile.payloads().get(index);
            KeyPath path = KeyPath.TOP.key("PayloadContent").item(index);
            payload.findType()
                    .ifPresent(type -> typed.add(new TypedPayload(
                            type, payload.content(), path, Catalogue.apple().find(type))));
        }
        return typed;
    }

    /** Whether a placeholder stands at a place, so that nobody can tell what the value will be. */
    boolean hasPlaceholder(KeyPath path) {
        String text = path.toString();
        return warnings.stream()
                .anyMatch(warning -> warning.code().equals("placeholder")
                        && warning.place().keyPath().equals(text));
    }
}
