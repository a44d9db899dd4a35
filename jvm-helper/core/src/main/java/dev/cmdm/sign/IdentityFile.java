// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.sign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that holds a key or certificates. */
final class IdentityFile {
    /** A key with a long chain has a few KiB. */
    private static final int MAXIMUM_SIZE = 1024 * 1024;

    private static final Set<PosixFilePermission> READ_BY_OTHERS =
            Set.copyOf(PosixFilePermissions.fromString("---r--r--"));

    private final Path path;
    private final byte[] bytes;

    private IdentityFile(Path path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    /** Reads a file. */
    static IdentityFile read(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAXIMUM_SIZE + 1);
            if (bytes.length > MAXIMUM_SIZE) {
                throw new IdentityUnreadableException(
                        path, "the file is larger than 1 MiB, which no identity is; name the right one");
            }
            return new IdentityFile(path, bytes);
        } catch (NoSuchFileException e) {
            throw new IdentityUnreadableException(path, "the file is missing; name the one that holds the identity");
        } catch (IOException e) {
            throw new IdentityUnreadableException(
                    path, "the file cannot be read; is it a file, and may this account read it?");
        }
    }

    Path path() {
        return path;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Whether it holds text in the form of RFC 7468. */
    boolean pem() {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
    }

    /** Whether others than its owner may read it. */
    boolean exposed() {
        try {
            return Files.getPosixFilePermissions(path).stream().anyMatch(READ_BY_OTHERS::contains);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
