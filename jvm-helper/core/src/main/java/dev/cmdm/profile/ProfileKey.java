// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

/**
 * What tells one profile on a Mac from another: macOS replaces a profile of the same identifier in
 * the same place. (Apple, TopLevel.yaml.)
 *
 * @param identifier its top-level PayloadIdentifier
 * @param scope whether it belongs to the computer or to a user
 * @param user the short name of the user it belongs to, empty for the computer
 */
public record ProfileKey(ProfileIdentifier identifier, Scope scope, String user) implements Comparable<ProfileKey> {
    /** The key of a profile of the computer. */
    public static ProfileKey system(ProfileIdentifier identifier) {
        return new ProfileKey(identifier, Scope.SYSTEM, "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProfileKey key
                && scope == key.scope
                && identifier.equals(key.identifier)
                && user.equals(key.user);
    }

    @Override
    public int hashCode() {
        return 31 * identifier.hashCode() + user.hashCode();
    }

    @Override
    public int compareTo(ProfileKey other) {
        int byIdentifier = identifier.value().compareTo(other.identifier.value());
        int byScope = byIdentifier != 0 ? byIdentifier : scope.compareTo(other.scope);
        return byScope != 0 ? byScope : user.compareTo(other.user);
    }

    /** In one word for people and as the id of a step: {@code com.acme.dock} or {@code com.acme.dock@alice}. */
    @Override
    public String toString() {
        return scope == Scope.SYSTEM ? identifier.value() : identifier.value() + "@" + user;
    }
}
