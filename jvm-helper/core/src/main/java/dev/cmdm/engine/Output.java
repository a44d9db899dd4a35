// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import java.io.OutputStream;
import java.nio.file.Path;

/** Where what was made of a profile goes. */
public sealed interface Output {
    /** When it becomes a file of its own. */
    record File(Path path, boolean overwrite) implements Output {}

    /** When it takes the place of the file that it was made of. */
    record InPlace() implements Output {}

    /** When it goes down a stream: standard output. */
    record Stream(OutputStream out) implements Output {}
}
