// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import dev.cmdm.device.Device;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a Mac is addressed in a path. */
public final class DeviceId {
    /** No slash, dot, comma or percent: a server would take those for another path, or for several Macs. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private DeviceId() {}

    /** The UDID of a Mac, or nothing when what it reports as such cannot stand in a path. */
    public static Optional<String> find(Device device) {
        return find(device.udid());
    }

    /** An id as a server spells it, or nothing when it cannot stand in a path. */
    public static Optional<String> find(String id) {
        return Optional.of(id).filter(text -> SAFE.matcher(text).matches());
    }
}
