// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A binary list put together object by object, right or wrong, with references of two bytes. */
final class BinaryFixture {
    private final List<byte[]> objects = new ArrayList<>();
    private int top;

    /** Adds an object given in hexadecimal digits, blanks ignored; its number is the count of those before it. */
    BinaryFixture object(String hex) {
        objects.add(HexFormat.of().parseHex(hex.replace(" ", "")));
        return this;
    }

    /** Adds ASCII text of any length. */
    BinaryFixture ascii(String text) {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write(0x5F);
        object.write(0x12);
        object.writeBytes(ByteBuffer.allocate(4).putInt(text.length()).array());
        object.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        objects.add(object.toByteArray());
        return this;
    }

    /** Adds an array of references. */
    BinaryFixture array(int... references) {
        return container(0xA0, references.length, references);
    }

    /** Adds a dictionary: references to all keys, then to all values. */
    BinaryFixture dict(int... references) {
        return container(0xD0, references.length / 2, references);
    }

    private BinaryFixture container(int marker, int count, int... references) {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write(marker | 0xF);
        object.write(0x12);
        object.writeBytes(ByteBuffer.allocate(4).putInt(count).array());
        for (int reference : references) {
            object.write(reference >> 8);
            object.write(reference);
        }
        objects.add(object.toByteArray());
        return this;
    }

    BinaryFixture top(int number) {
        top = number;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        list.writeBytes("bplist00".getBytes(StandardCharsets.US_ASCII));
        ByteBuffer table = ByteBuffer.allocate(4 * objects.size());
        for (byte[] object : objects) {
            table.putInt(list.size());
            list.writeBytes(object);
        }
        long tableOffset = list.size();
        list.writeBytes(table.array());
        ByteBuffer trailer = ByteBuffer.allocate(32);
        trailer.put(6, (byte) 4).put(7, (byte) 2);
        trailer.putLong(8, objects.size()).putLong(16, top).putLong(24, tableOffset);
        list.writeBytes(trailer.array());
        return list.toByteArray();
    }
}
