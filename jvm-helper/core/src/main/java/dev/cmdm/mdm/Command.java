// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import dev.cmdm.plist.Bytes;
import dev.cmdm.profile.ProfileIdentifier;

/**
 * One MDM command. (Apple, mdm/commands.)
 *
 * @param commandUuid its id, random, journaled before it is sent
 * @param request what it asks of the Mac
 */
public record Command(String commandUuid, Request request) {

    /** What a command asks of a Mac. */
    public sealed interface Request {
        /** When a profile is to be installed or replaced. (Apple, profile.install.yaml.) */
        record InstallProfile(ProfileIdentifier identifier, Bytes content) implements Request {}

        /** When a profile is to go. (Apple, profile.remove.yaml.) */
        record RemoveProfile(ProfileIdentifier identifier) implements Request {}

        /** When the Mac's own list is wanted. (Apple, profile.list.yaml.) */
        record ProfileList(boolean managedOnly) implements Request {}
    }
}
