// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import com.dd.plist.NSData;
import com.dd.plist.NSDictionary;
import dev.cmdm.simulator.profile.ProfileReader;
import dev.cmdm.simulator.profile.PropertyLists;
import dev.cmdm.simulator.profile.UnusableProfileException;
import java.util.Optional;

/**
 * A command as it came from the server.
 *
 * @param uuid CommandUUID
 * @param requestType RequestType; empty when the command has none
 * @param arguments the dictionary Command
 */
record Command(String uuid, String requestType, NSDictionary arguments) {
    static Command of(NSDictionary command) {
        NSDictionary arguments = command.get("Command") instanceof NSDictionary inner ? inner : new NSDictionary();
        return new Command(
                PropertyLists.findText(command, "CommandUUID").orElse(""),
                PropertyLists.findText(arguments, "RequestType").orElse(""),
                arguments);
    }

    /** The profile that InstallProfile carries. */
    Optional<byte[]> findPayload() {
        return arguments.get("Payload") instanceof NSData data ? Optional.of(data.bytes()) : Optional.empty();
    }

    /** The identifier of the profile that this command is about; empty when it is about none or cannot be read. */
    String identifier() {
        return PropertyLists.findText(arguments, "Identifier")
                .or(() -> findPayload().flatMap(Command::findIdentifier))
                .orElse("");
    }

    private static Optional<String> findIdentifier(byte[] profile) {
        try {
            return Optional.of(ProfileReader.read(profile).identifier());
        } catch (UnusableProfileException e) {
            return Optional.empty();
        }
    }
}
