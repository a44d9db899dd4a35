// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.mdm.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once more was read than it may have. */
final class CappedStream extends FilterInputStream {
    private final long most;
    private long taken;

    CappedStream(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        taken += Math.max(read, 0);
        if (taken > most) {
            throw new AnswerTooLargeException((int) Math.min(most, Integer.MAX_VALUE));
        }
        return read;
    }
}
