// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import dev.cmdm.mdm.Command.Request;
import dev.cmdm.mdm.Command.Request.InstallProfile;
import dev.cmdm.mdm.Command.Request.ProfileList;
import dev.cmdm.mdm.Command.Request.Raw;
import dev.cmdm.mdm.Command.Request.RemoveProfile;
import dev.cmdm.plist.CanonicalXml;
import dev.cmdm.plist.PlistException;
import dev.cmdm.plist.PlistValue.Bool;
import dev.cmdm.plist.PlistValue.Data;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Text;
import java.util.Map;
import java.util.Optional;

/**
 * A command as the property list that a Mac reads. XML that begins with {@code <?xml}: MicroMDM reads
 * nothing else, and NanoMDM on SQL refuses even a newline before it. The same command gives the same
 * bytes. (Apple, mdm/commands.)
 */
public final class RawCommand {
    /** What becomes of a command of which there are no bytes, and of any for a Mac that {@link DeviceId} does not pass. */
    public static final Delivery UNSENDABLE = new Delivery.Refused(
            "the identifier or the hardware UUID holds a character that no command can; nothing was sent");

    private RawCommand() {}

    /**
     * The bytes of a command.
     *
     * @return nothing when an identifier holds a character that has no XML form
     */
    public static Optional<byte[]> find(Command command) {
        try {
            return Optional.of(write(command));
        } catch (PlistException e) {
            return Optional.empty();
        }
    }

    private static byte[] write(Command command) {
        return CanonicalXml.write(
                new Dict(Map.of("Command", inner(command.request()), "CommandUUID", new Text(command.commandUuid()))));
    }

    /** What stands under {@code Command}: all that a server wants that draws the id itself. */
    public static Dict inner(Request request) {
        if (request instanceof InstallProfile install) {
            return of("InstallProfile").with("Payload", new Data(install.content()));
        } else if (request instanceof RemoveProfile remove) {
            return of("RemoveProfile")
                    .with("Identifier", new Text(remove.identifier().value()));
        }
        if (request instanceof Raw raw) {
            return raw.command();
        }
        return of("ProfileList").with("ManagedOnly", new Bool(((ProfileList) request).managedOnly()));
    }

    private static Dict of(String requestType) {
        return new Dict(Map.of("RequestType", new Text(requestType)));
    }
}
