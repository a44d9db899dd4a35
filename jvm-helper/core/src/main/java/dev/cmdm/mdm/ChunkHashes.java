// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Hashes of a stream, one for each piece of the same size; the last piece may be shorter. (Apple, ManifestURL.) */
public final class ChunkHashes {
    private final MessageDigest digest;
    private final long size;
    private final List<String> hashes = new ArrayList<>();
    private long inPiece;

    private ChunkHashes(MessageDigest digest, long size) {
        this.digest = digest;
        this.size = size;
    }

    /** Hashes by an algorithm of the platform, over pieces of so many bytes. */
    static ChunkHashes of(String algorithm, long size) {
        try {
            return new ChunkHashes(MessageDigest.getInstance(algorithm), size);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has " + algorithm, e);
        }
    }

    /** Takes more of the stream. */
    void add(byte[] bytes, int count) {
        int taken = 0;
        while (taken < count) {
            int part = (int) Math.min(count - taken, size - inPiece);
            digest.update(bytes, taken, part);
            taken += part;
            inPiece += part;
            if (inPiece == size) {
                endPiece();
            }
        }
    }

    /** All hashes in lower-case hex, once the stream is at its end. */
    List<String> end() {
        if (inPiece > 0) {
            endPiece();
        }
        return List.copyOf(hashes);
    }

    private void endPiece() {
        hashes.add(HexFormat.of().formatHex(digest.digest()));
        inPiece = 0;
    }
}
