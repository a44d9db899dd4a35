// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.engine;

import dev.cmdm.desired.FileUnreadableException;
import dev.cmdm.desired.ProfileBytes;
import dev.cmdm.plist.PlistLimits;
import dev.cmdm.plist.TooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Where the bytes of one profile come from. */
public sealed interface Input {
    /** How it is called in answers. */
    String name();

    /** The file; nothing when it is none. */
    Optional<Path> findFile();

    /**
     * All bytes.
     *
     * @throws FileUnreadableException when they cannot be had
     * @throws TooLargeException when they are more than a profile may have
     */
    byte[] read();

    /** When it is a file. */
    record File(Path path) implements Input {
        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public Optional<Path> findFile() {
            return Optional.of(path);
        }

        @Override
        public byte[] read() {
            return new ProfileBytes().read(path);
        }
    }

    /** When it is a stream, which is read once: standard input. */
    record Stream(String name, InputStream in) implements Input {
        private static final int MAXIMUM_SIZE = PlistLimits.forProfile().bytes();

        @Override
        public Optional<Path> findFile() {
            return Optional.empty();
        }

        @Override
        public byte[] read() {
            try {
                byte[] bytes = in.readNBytes(MAXIMUM_SIZE + 1);
                if (bytes.length > MAXIMUM_SIZE) {
                    throw TooLargeException.bytes(bytes.length, MAXIMUM_SIZE);
                }
                return bytes;
            } catch (IOException e) {
                throw new FileUnreadableException(Path.of(name), "it ended too early");
            }
        }
    }
}
