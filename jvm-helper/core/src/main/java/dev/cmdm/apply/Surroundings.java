// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.apply;

import dev.cmdm.journal.Time;

/**
 * What carrying out a plan depends on besides Mac, server and journal.
 *
 * @param time the clock, and waiting
 * @param ids where command ids come from
 * @param stop whether the caller wants an end
 * @param progress who hears what goes on
 */
public record Surroundings(Time time, CommandIds ids, Stop stop, Progress progress) {}
