// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

/**
 * What a look at a server found, for people.
 *
 * @param reached whether it answered at all
 * @param authenticated whether it took the credential
 * @param words one line: its version, or what went wrong and what to do
 */
public record Probe(boolean reached, boolean authenticated, String words) {}
