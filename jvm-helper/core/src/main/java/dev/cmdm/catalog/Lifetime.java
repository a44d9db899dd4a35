// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.catalog;

import dev.cmdm.device.MacOsVersion;
import java.util.Optional;

/**
 * The versions of macOS that know something.
 *
 * @param introduced the first one, nothing when every one does
 * @param deprecated the first one that advises against it, or nothing
 * @param removed the first one without it, or nothing
 */
public record Lifetime(
        Optional<MacOsVersion> introduced, Optional<MacOsVersion> deprecated, Optional<MacOsVersion> removed) {
    /** Whether a version is older than the first that knows it. */
    public boolean tooNewFor(MacOsVersion version) {
        return introduced.filter(first -> first.compareTo(version) > 0).isPresent();
    }

    /** Whether a version no longer knows it. */
    public boolean removedIn(MacOsVersion version) {
        return removed.filter(end -> end.compareTo(version) <= 0).isPresent();
    }

    /** Whether a version knows it and advises against it. */
    public boolean deprecatedIn(MacOsVersion version) {
        return !removedIn(version)
                && deprecated.filter(end -> end.compareTo(version) <= 0).isPresent();
    }
}
