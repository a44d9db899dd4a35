// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

import dev.cmdm.profile.ReadProfile;

/** What a declared profile holds. */
public sealed interface Content {
    /** When it was read and understood. */
    record Understood(ReadProfile profile) implements Content {}

    /** When it was read and broke a rule; only this one profile fails for it. */
    record Broken(RuntimeException error) implements Content {}

    /** When none is needed, for an absent profile. */
    record None() implements Content {}
}
