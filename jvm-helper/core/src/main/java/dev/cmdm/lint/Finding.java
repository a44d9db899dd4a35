// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

/**
 * Something worth knowing about a profile, or about two.
 *
 * @param code a stable word, such as {@code unknown-key}
 * @param severity how bad it is
 * @param identifier whose it is: a PayloadIdentifier, or the name under which it was declared
 * @param keyPath where, empty for the whole profile
 * @param line 1-based, 0 where there is none
 * @param message one sentence, without any value of the profile
 * @param hint what to do, may be empty
 * @param source who says so, such as {@code Apple, TopLevel.yaml}; may be empty
 */
public record Finding(
        String code,
        Severity severity,
        String identifier,
        String keyPath,
        int line,
        String message,
        String hint,
        String source) {}
