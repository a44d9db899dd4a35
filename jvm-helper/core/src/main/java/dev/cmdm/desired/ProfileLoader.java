// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

import dev.cmdm.desired.Declaration.Source;
import dev.cmdm.plist.Bytes;
import dev.cmdm.plist.KeyPath;
import dev.cmdm.profile.Profile;
import dev.cmdm.profile.ProfileIdentifier;
import dev.cmdm.profile.ProfileKey;
import dev.cmdm.profile.ProfileReader;
import dev.cmdm.profile.ReadProfile;
import dev.cmdm.profile.Scope;
import java.util.Optional;

/** Reads the content of declared profiles; what is broken stops nothing but itself. */
public final class ProfileLoader {
    private static final KeyPath IDENTIFIER = KeyPath.TOP.key("PayloadIdentifier");

    private final ProfileReader reader;
    private final ProfileBytes files;

    /** A loader that reads bytes with one reader and files with another. */
    public ProfileLoader(ProfileReader reader, ProfileBytes files) {
        this.reader = reader;
        this.files = files;
    }

    /** One declared profile with its content, understood or broken. */
    public DesiredProfile load(Declaration declaration) {
        try {
            return understood(declaration);
        } catch (RuntimeException e) {
            return new DesiredProfile(
                    declaration.label(),
                    declaredKey(declaration),
                    declaration.ensure(),
                    new Content.Broken(e),
                    declaration.options());
        }
    }

    private DesiredProfile understood(Declaration declaration) {
        Optional<ProfileIdentifier> declared = declaration.identifier().map(ProfileIdentifier::new);
        if (declaration.ensure() == Ensure.ABSENT && declaration.source() instanceof Source.None) {
            ProfileIdentifier identifier = declared.orElseThrow(() -> new UnnamedProfileException(declaration.label()));
            return desired(declaration, key(identifier, Scope.SYSTEM, declaration), new Content.None());
        }
        ReadProfile read = read(declaration.source());
        Profile profile = read.profile();
        if (declared.isPresent() && !declared.orElseThrow().equals(profile.identifier())) {
            throw new IdentifierMismatchException(
                    declared.orElseThrow(), profile.identifier(), read.places().get(IDENTIFIER));
        }
        Content content = declaration.ensure() == Ensure.ABSENT ? new Content.None() : new Content.Understood(read);
        return desired(declaration, key(profile.identifier(), profile.scope(), declaration), content);
    }

    private ReadProfile read(Source source) {
        if (source instanceof Source.Tree tree) {
            return new ReadProfile(Profile.fromContent(tree.content()), new Bytes(new byte[0]), false);
        } else if (source instanceof Source.Raw raw) {
            return reader.read(raw.bytes().toArray());
        }
        return reader.read(files.read(((Source.File) source).path()));
    }

    private static DesiredProfile desired(Declaration declaration, ProfileKey key, Content content) {
        return new DesiredProfile(
                declaration.label(), Optional.of(key), declaration.ensure(), content, declaration.options());
    }

    /** The place a profile has on the Mac: a named user's, or the one its own PayloadScope says. */
    private static ProfileKey key(ProfileIdentifier identifier, Scope scope, Declaration declaration) {
        boolean users = !declaration.user().isEmpty() || scope == Scope.USER;
        return users ? new ProfileKey(identifier, Scope.USER, declaration.user()) : ProfileKey.system(identifier);
    }

    private static Optional<ProfileKey> declaredKey(Declaration declaration) {
        try {
            return declaration.identifier().map(name -> key(new ProfileIdentifier(name), Scope.SYSTEM, declaration));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
