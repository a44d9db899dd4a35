// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.profile.ObjectName;
import dev.cmdm.profile.ProfileIdentifier;
import java.util.Optional;

/**
 * One MDM command. (Apple, mdm/commands.)
 *
 * @param commandUuid its id, random, journaled before it is sent
 * @param request what it asks of the Mac
 */
public record Command(String commandUuid, Request request) {

    /** What a command asks of a Mac. */
    public sealed interface Request {
        /** The server's own object that it is about; nothing when it is about none. */
        default Optional<ObjectName> object() {
            return Optional.empty();
        }

        /**
         * When a profile is to be installed or replaced. (Apple, profile.install.yaml.)
         *
         * @param object the server's own object that brings it; nothing when the command carries it
         * @param anew whether a server that believes it asked for it already is made to forget that first
         */
        record InstallProfile(ProfileIdentifier identifier, Bytes content, Optional<ObjectName> object, boolean anew)
                implements Request {
            /** Content that a command carries. */
            public InstallProfile(ProfileIdentifier identifier, Bytes content) {
                this(identifier, content, Optional.empty(), false);
            }
        }

        /**
         * When a profile is to go. (Apple, profile.remove.yaml.)
         *
         * @param object the server's own object that brought it; nothing when a command did
         */
        record RemoveProfile(ProfileIdentifier identifier, Optional<ObjectName> object) implements Request {
            /** A profile that a command brought. */
            public RemoveProfile(ProfileIdentifier identifier) {
                this(identifier, Optional.empty());
            }
        }

        /** When the Mac's own list is wanted. (Apple, profile.list.yaml.) */
        record ProfileList(boolean managedOnly) implements Request {}

        /**
         * When a person wants any other command of Apple's.
         *
         * @param type its RequestType
         * @param command the dictionary of its keys, RequestType among them
         */
        record Raw(String type, PlistValue.Dict command) implements Request {}
    }
}
