// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/**
 * Something odd that was tolerated.
 *
 * @param code stable word, such as {@code comment} or {@code leading-space}
 * @param message one sentence in our words, without any value of the input
 * @param place where
 */
public record PlistWarning(String code, String message, Place place) {}
