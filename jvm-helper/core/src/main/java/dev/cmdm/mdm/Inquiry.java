// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import dev.cmdm.profile.ObjectName;
import java.time.Instant;
import java.util.Optional;

/**
 * A command whose result is asked for.
 *
 * @param commandUuid its id
 * @param object what the server's object is named that brings it, where it keeps objects; nothing for what takes a profile away or
 *     brings none
 * @param sentAt when it was last sent, by this Mac's clock
 */
public record Inquiry(String commandUuid, Optional<ObjectName> object, Instant sentAt) {}
