// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.installed;

import dev.cmdm.profile.ObjectName;
import dev.cmdm.profile.ProfileKey;

/**
 * What a server gave a profile that it brought in an object of its own.
 *
 * @param key under which the Mac lists it
 * @param uuid its top-level PayloadUUID as the Mac lists it
 * @param name the object's name, which tells what is inside
 */
public record Assigned(ProfileKey key, String uuid, ObjectName name) {}
