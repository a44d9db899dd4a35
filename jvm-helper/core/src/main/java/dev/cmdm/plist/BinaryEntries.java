// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Bool;
import dev.cmdm.plist.PlistValue.Data;
import dev.cmdm.plist.PlistValue.Date;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Int;
import dev.cmdm.plist.PlistValue.Real;
import dev.cmdm.plist.PlistValue.Text;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Takes a value apart into objects of which no two are equal, what is inside before what is around it. An array and a
 * dictionary are their marker and the four-byte numbers of what they hold, any other object is as it will be written.
 */
final class BinaryEntries implements PlistValue.Cases<Integer> {
    static final int ARRAY = 0xA0;
    static final int DICT = 0xD0;

    private final Map<Bytes, Integer> numbers = new HashMap<>();
    private final List<Bytes> objects = new ArrayList<>();
    private KeyPath here = KeyPath.TOP;
    private int depth;

    private BinaryEntries() {}

    /** The objects of a value, the one at the top last. */
    static List<Bytes> of(PlistValue value) {
        BinaryEntries entries = new BinaryEntries();
        value.match(entries);
        return entries.objects;
    }

    private int number(byte[] object) {
        Bytes key = new Bytes(object);
        Integer known = numbers.putIfAbsent(key, objects.size());
        if (known != null) {
            return known;
        }
        objects.add(key);
        return objects.size() - 1;
    }

    @Override
    public Integer dict(Dict dict) {
        KeyPath outer = enter();
        String[] keys = dict.entries().keySet().toArray(new String[0]);
        Arrays.sort(keys, Utf8Order.INSTANCE);
        byte[] object = container(DICT, 2 * keys.length);
        ByteBuffer references = ByteBuffer.wrap(object);
        for (int i = 0; i < keys.length; i++) {
            here = outer.key(keys[i]);
            PlistValue value = Objects.requireNonNull(dict.entries().get(keys[i]));
            references.putInt(1 + Integer.BYTES * i, number(BinaryScalars.text(keys[i], here)));
            references.putInt(1 + Integer.BYTES * (keys.length + i), value.match(this));
        }
        return leave(outer, object);
    }

    @Override
    public Integer array(Array array) {
        KeyPath outer = enter();
        byte[] object = container(ARRAY, array.items().size());
        ByteBuffer references = ByteBuffer.wrap(object, 1, object.length - 1);
        int index = 0;
        for (PlistValue item : array.items()) {
            here = outer.item(index++);
            references.putInt(item.match(this));
        }
        return leave(outer, object);
    }

    private KeyPath enter() {
        requireRoom();
        depth++;
        return here;
    }

    /** Single values count as a level, as they do to whoever reads. */
    private void requireRoom() {
        if (depth == PlistLimits.DEPTH) {
            throw new TooDeepException(PlistLimits.DEPTH, here.place());
        }
    }

    private static byte[] container(int marker, int references) {
        byte[] object = new byte[1 + Integer.BYTES * references];
        object[0] = (byte) marker;
        return object;
    }

    private int leave(KeyPath outer, byte[] object) {
        here = outer;
        depth--;
        return number(object);
    }

    private int single(byte[] object) {
        requireRoom();
        return number(object);
    }

    @Override
    public Integer text(Text text) {
        return single(BinaryScalars.text(text.value(), here));
    }

    @Override
    public Integer data(Data data) {
        return single(BinaryScalars.data(data.bytes().toArray()));
    }

    @Override
    public Integer date(Date date) {
        return single(BinaryScalars.date(Writable.require(date, here)));
    }

    @Override
    public Integer integer(Int integer) {
        return single(BinaryScalars.integer(Writable.require(integer, here)));
    }

    @Override
    public Integer real(Real real) {
        return single(BinaryScalars.real(Writable.require(real, here)));
    }

    @Override
    public Integer bool(Bool bool) {
        return single(new byte[] {(byte) (bool.value() ? 0x09 : 0x08)});
    }
}
