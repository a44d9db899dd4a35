// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import java.util.Optional;

/** Which cmdm this is. */
public final class Release {
    private Release() {}

    /** The version written into the jar, or {@code dev} where classes do not come from one. */
    public static String version() {
        return Optional.ofNullable(Release.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }
}
