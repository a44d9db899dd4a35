// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.scaffold;

import dev.cmdm.plist.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * A file to be written.
 *
 * @param name without a folder
 * @param content its bytes
 */
public record ScaffoldFile(String name, Bytes content) {
    static ScaffoldFile of(String name, String text) {
        return new ScaffoldFile(name, new Bytes(text.getBytes(StandardCharsets.UTF_8)));
    }
}
