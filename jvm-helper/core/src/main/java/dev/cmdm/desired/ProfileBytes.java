// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.desired;

import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.TooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the bytes of files that hold profiles: regular files only, and none over the size cap. */
public final class ProfileBytes {
    private static final int MAXIMUM_SIZE = PlistLimits.forProfile().bytes();

    /**
     * All bytes of a file.
     *
     * @throws FileUnreadableException when it is missing, no regular file, or may not be read
     * @throws TooLargeException when it is over the cap, measured before anything is read
     */
    public byte[] read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new FileUnreadableException(file, irregular(file));
            }
            long size = Files.size(file);
            if (size > MAXIMUM_SIZE) {
                throw TooLargeException.bytes(size, MAXIMUM_SIZE);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return read(in);
            }
        } catch (NoSuchFileException e) {
            throw new FileUnreadableException(file, "it is missing");
        } catch (IOException e) {
            throw new FileUnreadableException(file, "it may not be read; check its mode");
        }
    }

    /**
     * All bytes of a stream, whose size nobody knows before its end; a file too may grow while it is read.
     *
     * @throws TooLargeException when there are more than the cap allows; the rest is not read
     */
    public byte[] read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAXIMUM_SIZE + 1);
        if (bytes.length > MAXIMUM_SIZE) {
            throw TooLargeException.bytes(bytes.length, MAXIMUM_SIZE);
        }
        return bytes;
    }

    private static String irregular(Path file) {
        if (Files.isDirectory(file)) {
            return "it is a directory";
        } else if (Files.exists(file)) {
            return "it is a device, a pipe or a socket and no regular file";
        }
        return Files.isSymbolicLink(file) ? "it is a link to nothing" : "it is missing, or its folder may not be read";
    }
}
