// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.journal;

import java.time.Instant;

/**
 * Who is writing.
 *
 * @param program what people know it by: {@code chef-client}, {@code puppet}, {@code cmdm}
 * @param pid its process
 * @param since when it began
 */
public record Holder(String program, long pid, Instant since) {
    /** This process. */
    public static Holder here(String program, Instant since) {
        return new Holder(program, ProcessHandle.current().pid(), since);
    }
}
