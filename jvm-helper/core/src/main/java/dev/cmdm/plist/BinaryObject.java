// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/**
 * One object of a binary list, its content known to lie within the bytes.
 *
 * @param kind which
 * @param content offset of its content
 * @param count bytes of a number, a date or data; UTF-16 units or ASCII characters of text; items; entries
 */
record BinaryObject(BinaryKind kind, int content, int count) {}
