// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Writes the smallest binary form of a value: equal values stand once, numbers, references and offsets take the fewest
 * bytes of the sizes that every reader knows (1, 2, 4, 8). Equal values give equal bytes. (Apple, CFBinaryPList.c.)
 */
public final class BinaryPlist {
    private final List<Bytes> objects;
    private final int last;
    private final BinaryOutput out = new BinaryOutput();

    private BinaryPlist(List<Bytes> objects) {
        this.objects = objects;
        this.last = objects.size() - 1;
    }

    /**
     * Writes a property list that {@link PlistReader} reads back equal.
     *
     * @throws UnwritableException if a value has no binary form
     * @throws TooDeepException if it is nested beyond what is read
     */
    public static byte[] write(PlistValue value) {
        return new BinaryPlist(BinaryEntries.of(value)).write();
    }

    /** The one at the top, which was found last, gets number 0 as other writers give it. */
    private byte[] write() {
        out.ascii(BinaryTrailer.HEADER);
        int referenceSize = BinaryOutput.size(last);
        long[] offsets = new long[objects.size()];
        for (int number = 0; number <= last; number++) {
            offsets[number] = out.length();
            object(objects.get(last - number).toArray(), referenceSize);
        }
        long table = out.length();
        int offsetSize = BinaryOutput.size(table);
        for (long offset : offsets) {
            out.number(offset, offsetSize);
        }
        trailer(offsetSize, referenceSize, table);
        return out.toBytes();
    }

    private void object(byte[] object, int referenceSize) {
        int marker = object[0] & 0xFF;
        if (marker < BinaryEntries.ARRAY) {
            out.all(object);
            return;
        }
        int references = object.length / Integer.BYTES;
        out.counted(marker, marker == BinaryEntries.DICT ? references / 2 : references);
        for (ByteBuffer rest = ByteBuffer.wrap(object, 1, object.length - 1); rest.hasRemaining(); ) {
            out.number(last - rest.getInt(), referenceSize);
        }
    }

    private void trailer(int offsetSize, int referenceSize, long table) {
        out.number(0, 6);
        out.number(offsetSize, 1);
        out.number(referenceSize, 1);
        out.number(objects.size(), 8);
        out.number(0, 8);
        out.number(table, 8);
    }
}
