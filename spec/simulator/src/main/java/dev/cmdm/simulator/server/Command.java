// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import com.dd.plist.NSDictionary;
import dev.cmdm.simulator.wire.GoPlist;
import dev.cmdm.simulator.wire.GoSyntaxException;
import java.util.Optional;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/**
 * A command for a Mac.
 *
 * @param uuid its CommandUUID; empty if the property list has none
 * @param requestType its RequestType; empty if the property list has none
 * @param identifier PayloadIdentifier of the profile that it installs or removes
 * @param raw the property list as it was given
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of the wire; never compared, never changed
public record Command(String uuid, String requestType, Optional<String> identifier, byte[] raw) {

    /** The command that this property list says. */
    public static Command of(NSDictionary plist, byte[] raw) {
        var command = Fields.dictionary(plist, "Command");
        return new Command(
                Fields.text(plist, "CommandUUID"), Fields.text(command, "RequestType"), identifierIn(command), raw);
    }

    /** Whether it lacks what both servers ask of every command. */
    public boolean isIncomplete() {
        return uuid.isEmpty() || requestType.isEmpty();
    }

    private static Optional<String> identifierIn(NSDictionary command) {
        var named = Fields.text(command, "Identifier");
        return named.isEmpty() ? findProfileIdentifier(Fields.data(command, "Payload")) : Optional.of(named);
    }

    /** The top-level PayloadIdentifier of a profile, signed or not; none if it is no profile. */
    public static Optional<String> findProfileIdentifier(byte[] profile) {
        try {
            return Optional.of(Fields.text(GoPlist.any(opened(profile)), "PayloadIdentifier"))
                    .filter(identifier -> !identifier.isEmpty());
        } catch (GoSyntaxException e) {
            return Optional.empty();
        }
    }

    private static byte[] opened(byte[] profile) {
        try {
            var content = new CMSSignedData(profile).getSignedContent();
            return content != null && content.getContent() instanceof byte[] bytes ? bytes : profile;
        } catch (CMSException | RuntimeException e) {
            // Not an envelope: the bytes are the profile, or no profile at all.
            return profile;
        }
    }
}
