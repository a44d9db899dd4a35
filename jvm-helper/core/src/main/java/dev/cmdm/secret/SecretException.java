// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.secret;

/** When a secret cannot be had; each subclass is one rule. Messages name source and fix, never the value. */
public abstract class SecretException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * One broken rule.
     *
     * @param words one line: where the secret was to come from, what is wrong, what to do
     */
    protected SecretException(String words) {
        super(words);
    }
}
