// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

/**
 * Who declares: {@code chef:NAME} of a set, {@code chef} for single resources, {@code puppet} or {@code cli}.
 *
 * @param name the word that stands in records, not blank
 */
public record Owner(String name) {
    /** The command line. */
    public static final Owner CLI = new Owner("cli");

    public Owner {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the owner is blank; name who declares, such as chef:acme");
        }
    }
}
