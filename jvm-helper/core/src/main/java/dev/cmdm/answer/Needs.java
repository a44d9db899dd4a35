// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.answer;

import java.util.List;

/**
 * What a profile needs before a Mac takes it.
 *
 * @param mdm whether a payload or key may come from an MDM only
 * @param userApproval whether a payload needs an enrollment that a user approved
 * @param mdmOnlyKeys key paths of the single keys that may come from an MDM only
 */
public record Needs(boolean mdm, boolean userApproval, List<String> mdmOnlyKeys) {
    public Needs {
        mdmOnlyKeys = List.copyOf(mdmOnlyKeys);
    }
}
