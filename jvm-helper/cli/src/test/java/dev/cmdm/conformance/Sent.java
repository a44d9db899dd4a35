// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.conformance;

import dev.cmdm.mdm.Command;
import dev.cmdm.mdm.Delivery;

/**
 * A profile that was sent.
 *
 * @param command the command that brings it
 * @param uuid the UUID by which the Mac shows that it came
 * @param delivery what the adapter said
 */
record Sent(Command command, String uuid, Delivery delivery) {}
