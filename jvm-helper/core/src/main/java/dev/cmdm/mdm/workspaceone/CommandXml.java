// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.workspaceone;

import dev.cmdm.mdm.Command.Request;
import dev.cmdm.mdm.RawCommand;
import dev.cmdm.plist.CompactXml;
import dev.cmdm.plist.PlistException;
import dev.cmdm.plist.PlistValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The inner dictionary of a command, and payload dictionaries, as the text that Workspace ONE puts into property lists
 * of its own: no declaration, no {@code <plist>}. ASCII only, for whether its limit counts characters or bytes is not
 * known.
 */
final class CommandXml {
    private static final String BEGIN = "<plist>";
    private static final String END = "</plist>";

    private CommandXml() {}

    /** The text of a command, or nothing when it holds a character that has no XML form. */
    static Optional<String> find(Request request) {
        try {
            return Optional.of(of(RawCommand.inner(request)));
        } catch (PlistException e) {
            return Optional.empty();
        }
    }

    /**
     * The text of a value.
     *
     * @throws PlistException when it has no XML form
     */
    static String of(PlistValue value) {
        String whole = new String(CompactXml.write(value), StandardCharsets.UTF_8);
        return ascii(whole.substring(whole.indexOf(BEGIN) + BEGIN.length(), whole.lastIndexOf(END)));
    }

    private static String ascii(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c < 0x80) {
                out.append((char) c);
            } else {
                out.append("&#").append(c).append(';');
            }
        });
        return out.toString();
    }
}
