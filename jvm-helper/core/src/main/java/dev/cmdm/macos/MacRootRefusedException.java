// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.macos;

/** When CMDM_MAC_ROOT may not stand in for this machine; nothing is read or changed then. */
public final class MacRootRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String root;

    /**
     * A refused folder.
     *
     * @param root what CMDM_MAC_ROOT holds
     * @param fault why it is refused and what to do, as the end of a sentence that begins with the variable
     */
    public MacRootRefusedException(String root, String fault) {
        super(MacRoot.ROOT_VARIABLE + " " + fault);
        this.root = root;
    }

    /** What CMDM_MAC_ROOT holds. */
    public String root() {
        return root;
    }
}
