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

/** Reads files that hold profiles: regular ones only, and none over the size cap. */
public final class ProfileFiles {
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
                throw new FileUnreadableException(file, Files.exists(file) ? "it is no regular file" : "it is missing");
            }
            long size = Files.size(file);
            if (size > MAXIMUM_SIZE) {
                throw TooLargeException.bytes(size, MAXIMUM_SIZE);
            }
            return bounded(file);
        } catch (NoSuchFileException e) {
            throw new FileUnreadableException(file, "it is missing");
        } catch (IOException e) {
            throw new FileUnreadableException(file, "it may not be read; check its mode");
        }
    }

    /** A file may grow between measuring and reading. */
    private static byte[] bounded(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAXIMUM_SIZE + 1);
            if (bytes.length > MAXIMUM_SIZE) {
                throw TooLargeException.bytes(bytes.length, MAXIMUM_SIZE);
            }
            return bytes;
        }
    }
}
