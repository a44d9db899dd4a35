// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.lint;

/** Something that somebody does not want to hear of. */
public interface Ignore {
    /**
     * Whether a finding is covered.
     *
     * @param file the file that it is about, as it was named
     */
    boolean covers(Finding finding, String file);
}
