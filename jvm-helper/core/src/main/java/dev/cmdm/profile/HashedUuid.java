// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.Bytes;

/**
 * The PayloadUUID under which MDMDirector sends a profile on: version 5 over the uploaded bytes in the
 * name space of domain names. It proves these very bytes. (MDMDirector, director/profile.go; recorded.)
 */
public final class HashedUuid {
    private HashedUuid() {}

    /** The UUID for these bytes; upper case. */
    public static String of(Bytes uploaded) {
        return DerivedUuids.ofBytes(uploaded.toArray());
    }
}
