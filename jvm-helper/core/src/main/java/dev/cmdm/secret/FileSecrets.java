// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.secret;

import dev.cmdm.secret.SecretSource.SecretFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Secrets in files: a regular file of root or the caller, with no permission for anybody else. */
final class FileSecrets {
    private static final Set<PosixFilePermission> OF_OTHERS = Set.copyOf(PosixFilePermissions.fromString("---rwxrwx"));
    private static final String ROOT = "root";

    private final String user;

    FileSecrets(String user) {
        this.user = user;
    }

    byte[] read(SecretFile source) {
        try {
            // Before it is opened, because opening a FIFO waits for its other end.
            requireGuarded(source, Files.readAttributes(source.path(), PosixFileAttributes.class));
            try (InputStream in = Files.newInputStream(source.path())) {
                return in.readNBytes(SecretText.MAXIMUM_SIZE + 1);
            }
        } catch (NoSuchFileException e) {
            throw new SecretMissingException(source + " does not exist; create it with mode 0600");
        } catch (AccessDeniedException e) {
            throw new SecretUnreadableException(source + " may not be read by " + user + "; give it to that account");
        } catch (IOException | UnsupportedOperationException e) {
            throw new SecretUnreadableException(source + " cannot be read; check the disk it lies on");
        }
    }

    private void requireGuarded(SecretFile source, PosixFileAttributes attributes) {
        String owner = attributes.owner().getName();
        if (!attributes.isRegularFile()) {
            throw new SecretUnreadableException(source + " is no regular file; name the file that holds the secret");
        } else if (!owner.equals(ROOT) && !owner.equals(user)) {
            throw new SecretExposedException(
                    source + " belongs to " + owner + ", who could change it; chown it to root or " + user);
        }
        if (attributes.permissions().stream().anyMatch(OF_OTHERS::contains)) {
            throw new SecretExposedException(
                    source + " has mode " + PosixFilePermissions.toString(attributes.permissions())
                            + ", open to others than its owner; chmod it to 0600");
        }
    }
}
