// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A package that a manifest names.
 *
 * @param url where it is
 * @param hashes what it must hash to, by one or two algorithms
 */
public record PackageAsset(String url, List<Hashes> hashes) {
    /** In smaller pieces nothing is hashed: that takes long and proves no more. */
    static final long SMALLEST_PIECE = 1024;

    public PackageAsset {
        hashes = List.copyOf(hashes);
    }

    /**
     * Hashes of pieces.
     *
     * @param algorithm as Java calls it
     * @param size how many bytes a piece has; the last may have fewer
     * @param expected of each piece, in lower-case hex
     */
    public record Hashes(String algorithm, long size, List<String> expected) {
        public Hashes {
            expected = List.copyOf(expected);
        }
    }

    /**
     * Reads a package to its end and compares.
     *
     * @param from where it comes from, for messages
     * @throws ManifestException when it is not the package that the manifest means
     */
    public void check(InputStream in, String from) throws IOException {
        List<ChunkHashes> sums = hashes.stream()
                .map(wanted -> ChunkHashes.of(wanted.algorithm(), wanted.size()))
                .toList();
        long bytes = 0;
        byte[] part = new byte[64 * 1024];
        for (int read = in.read(part); read >= 0; read = in.read(part)) {
            bytes += read;
            for (ChunkHashes sum : sums) {
                sum.add(part, read);
            }
        }
        for (int i = 0; i < hashes.size(); i++) {
            compare(hashes.get(i), sums.get(i).end(), bytes, from);
        }
    }

    private static void compare(Hashes wanted, List<String> found, long bytes, String from) {
        if (found.size() != wanted.expected().size()) {
            throw new ManifestException(from + " has " + bytes + " bytes, which are " + found.size() + " pieces of "
                    + wanted.size() + ", and the manifest has "
                    + wanted.expected().size() + " hashes by "
                    + wanted.algorithm() + "; a Mac would refuse it; make the manifest anew");
        }
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).equals(wanted.expected().get(i))) {
                throw new ManifestException(from + " does not match the manifest: piece " + (i + 1) + " of "
                        + found.size() + " has another " + wanted.algorithm()
                        + "; a Mac would refuse it; make the manifest anew, or was the package exchanged?");
            }
        }
    }
}
