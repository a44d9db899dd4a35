// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an object in which a server keeps a profile under an identifier and a UUID of its own. It
 * says what is inside, and the Mac shows it as the profile's display name: {@code com.acme.dock:5E2C…}.
 *
 * @param identifier the identifier of the profile inside
 * @param uuid its derived UUID, which proves the content
 */
public record ObjectName(ProfileIdentifier identifier, String uuid) {
    /** Workspace ONE shows the version of its object behind the name. (Gusto, cpe_profiles_workspaceone.) */
    private static final Pattern NAME =
            Pattern.compile("([^:]+):([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})" + "(?:/V_[0-9]{1,9})?");

    /** The name that a display name is, or nothing when it is any other. */
    public static Optional<ObjectName> find(String displayName) {
        Matcher name = NAME.matcher(displayName);
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ObjectName(new ProfileIdentifier(name.group(1)), name.group(2)));
        } catch (BadIdentifierException e) {
            return Optional.empty();
        }
    }

    /** As the server is told it. */
    @Override
    public String toString() {
        return identifier + ":" + uuid;
    }
}
