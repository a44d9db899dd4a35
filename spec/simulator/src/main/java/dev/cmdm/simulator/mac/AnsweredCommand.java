// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import java.time.Instant;

/**
 * A command that a Mac has answered.
 *
 * @param uuid CommandUUID
 * @param identifier of the profile it was about; empty when about none
 * @param status what the Mac reported
 */
public record AnsweredCommand(Instant at, String uuid, String requestType, String identifier, String status) {
    /** One line for people. */
    public String line() {
        return String.join(" ", at.toString(), status, requestType, identifier.isEmpty() ? "-" : identifier, uuid);
    }
}
