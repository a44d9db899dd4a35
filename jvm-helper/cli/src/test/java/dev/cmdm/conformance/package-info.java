// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
/** One set of behaviours, tried with every adapter against its simulated server, or against a real one. */
package dev.cmdm.conformance;
