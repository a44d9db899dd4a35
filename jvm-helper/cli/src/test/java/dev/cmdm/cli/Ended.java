// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.cli;

/**
 * What a process left.
 *
 * @param exit its exit number
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Ended(int exit, String out, String err) {}
