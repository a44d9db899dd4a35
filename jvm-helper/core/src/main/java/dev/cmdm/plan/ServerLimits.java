// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plan;

/**
 * What a plan must know of the MDM server.
 *
 * @param server its product, as people call it
 * @param maximumSize the largest form it takes, in its own unit; {@link Long#MAX_VALUE} when no limit is known
 * @param unit what it counts, in words: {@code bytes} or {@code characters}
 * @param passesSigned whether signed bytes arrive unaltered
 * @param checksIds whether a command id is accepted once only, so that a repeat is safe
 */
public record ServerLimits(String server, long maximumSize, String unit, boolean passesSigned, boolean checksIds) {}
