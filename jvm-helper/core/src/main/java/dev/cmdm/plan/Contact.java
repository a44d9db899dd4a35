// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a Mac's touch with its MDM.
 *
 * @param enrolledAt when the present enrollment was installed, as the listing dates it
 */
public record Contact(Optional<Instant> enrolledAt) {
    /** Nothing is known. */
    public static final Contact UNKNOWN = new Contact(Optional.empty());
}
