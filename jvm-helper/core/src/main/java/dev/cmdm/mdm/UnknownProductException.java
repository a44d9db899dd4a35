// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

/** When settings name a product that cmdm does not know. Bad configuration. */
public final class UnknownProductException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownProductException(String word, String known) {
        super("the MDM product \"" + OneLine.of(word) + "\" is not known; cmdm speaks to " + known);
    }
}
