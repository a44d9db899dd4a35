// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

import dev.cmdm.desired.DesiredProfile;
import dev.cmdm.desired.Ensure;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileKey;
import java.util.Optional;

/**
 * A profile that shall be on a Mac together with others.
 *
 * @param label where it was declared, in the caller's words: a path, a resource's name
 * @param key what it is called there and whose it is
 * @param profile what it holds
 * @param lines where its values stand in the text that it was read from
 */
public record Placed(String label, ProfileKey key, Profile profile, Lines lines) {
    /** A declared profile, or nothing when it shall not be there or its content is broken. */
    public static Optional<Placed> of(DesiredProfile desired) {
        return desired.ensure() == Ensure.ABSENT || desired.key().isEmpty()
                ? Optional.empty()
                : desired.findProfile()
                        .map(read -> new Placed(
                                desired.label(),
                                desired.key().orElseThrow(),
                                read.profile(),
                                path -> read.places().get(path).line()));
    }
}
