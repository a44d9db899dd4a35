// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

/** When a signing identity cannot be used; each subclass is one rule. Messages hold no secret and no key. */
public abstract class IdentityException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String where;

    /**
     * One broken rule.
     *
     * @param where the file, or the identity's name in the keychain
     * @param what what is wrong and what to do
     */
    protected IdentityException(String where, String what) {
        super(what);
        this.where = where;
    }

    /** The file, or the identity's name in the keychain. */
    public String where() {
        return where;
    }
}
