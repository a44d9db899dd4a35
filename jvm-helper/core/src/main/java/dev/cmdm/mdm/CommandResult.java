// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import java.util.List;

/** What a Mac made of a command, as its server tells it. (Apple, MDM protocol.) */
public sealed interface CommandResult {
    /** When the Mac did not answer yet. */
    record Waiting() implements CommandResult {}

    /** When the Mac put the command off; it is asked again. */
    record NotNow() implements CommandResult {}

    /** When the Mac carried the command out; its own list shows whether that holds. */
    record Acknowledged() implements CommandResult {}

    /**
     * When the Mac refused the command.
     *
     * @param words what the Mac said, a line for each error of its chain, unchanged but for control characters
     */
    record Failed(List<String> words) implements CommandResult {
        public Failed {
            words = List.copyOf(words);
        }
    }

    /** When the server knows no such command for this Mac: it was never queued. */
    record Unknown() implements CommandResult {}
}
