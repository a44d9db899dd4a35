// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.Bytes;

/** A profile with the bytes it came in. */
public record ReadProfile(Profile profile, Bytes original, boolean signed) {}
