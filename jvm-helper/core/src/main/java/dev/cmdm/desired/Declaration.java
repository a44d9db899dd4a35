// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

import dev.cmdm.desired.DesiredProfile.Options;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.PlistValue;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One profile as a caller declares it, before its content is read.
 *
 * @param label where it stands, in the caller's words
 * @param identifier the identifier that the caller gives it; may be left out where the content has it
 * @param ensure whether it shall be there
 * @param source where its content is
 * @param user the short name of the user it belongs to, empty for the computer
 * @param options how it shall be delivered
 */
public record Declaration(
        String label, Optional<String> identifier, Ensure ensure, Source source, String user, Options options) {

    /** Where declared content is. */
    public sealed interface Source {
        /** When it is given as a tree: a Hash, a JSON object. */
        record Tree(PlistValue.Dict content) implements Source {}

        /** When it is given as the bytes of a file: XML, binary or signed. */
        record Raw(Bytes bytes) implements Source {}

        /** When it is a file on this machine. */
        record File(Path path) implements Source {}

        /** When there is none. */
        record None() implements Source {}
    }
}
