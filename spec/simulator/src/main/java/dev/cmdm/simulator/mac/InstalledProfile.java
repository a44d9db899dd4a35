// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import dev.cmdm.simulator.profile.Profile;
import java.time.Instant;
import java.util.Optional;

/**
 * A profile on a Mac.
 *
 * @param user the short name of the user whose profile it is; empty for one of the computer
 * @param installDate when it was installed last
 */
public record InstalledProfile(Profile profile, Origin origin, Optional<String> user, Instant installDate) {
    /** The owner under which listings show what belongs to the computer. */
    public static final String COMPUTER = "_computerlevel";

    /** The owner as listings name it. */
    public String owner() {
        return user.orElse(COMPUTER);
    }

    /** The profile's identifier. */
    public String identifier() {
        return profile.identifier();
    }
}
