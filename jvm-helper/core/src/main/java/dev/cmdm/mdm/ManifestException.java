// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

/** When the manifest of an application, or the package that it speaks of, is not what it must be. */
public final class ManifestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * What is wrong.
     *
     * @param words one line: which file or address, what is wrong, what to do
     */
    public ManifestException(String words) {
        super(words);
    }
}
