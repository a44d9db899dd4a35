// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

/** When a document type declaration brings declarations of its own; nothing is ever read because of one. */
public final class EntityDeclarationException extends PlistException {
    private static final long serialVersionUID = 1L;

    /**
     * This rule is broken.
     *
     * @param what what is wrong, in our words, without any value of the input
     * @param place where
     */
    public EntityDeclarationException(String what, Place place) {
        super(what, place);
    }
}
