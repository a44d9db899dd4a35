// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.plist;

import com.dd.plist.BinaryPropertyListParser;
import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSObject;
import com.dd.plist.NSString;
import com.dd.plist.PropertyListFormatException;
import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Bool;
import dev.cmdm.plist.PlistValue.Data;
import dev.cmdm.plist.PlistValue.Date;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Int;
import dev.cmdm.plist.PlistValue.Real;
import dev.cmdm.plist.PlistValue.Text;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one binary property list: first our own walk over its objects, which refuses whatever is broken or too much,
 * then dd-plist for text, bytes and structure. Numbers and dates come from the bytes, because dd-plist 1.30 makes -1 of
 * 2^64-1 and rounds dates.
 */
final class BinaryPlistReader {
    private static final Bool TRUE = new Bool(true);
    private static final Bool FALSE = new Bool(false);

    private final byte[] bytes;
    private final PlistLimits limits;

    BinaryPlistReader(byte[] bytes, PlistLimits limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    PlistValue read() {
        BinaryObjects objects = BinaryTrailer.read(bytes, limits);
        new BinaryWalk(objects, limits).check();
        return convert(objects, objects.top(), parse());
    }

    private NSObject parse() {
        try {
            return BinaryPropertyListParser.parse(bytes);
        } catch (PropertyListFormatException | UnsupportedEncodingException e) {
            throw new MalformedBinaryException("an object that dd-plist refuses", Place.TOP);
        }
    }

    private PlistValue convert(BinaryObjects objects, int number, NSObject parsed) {
        BinaryObject object = objects.get(number);
        return switch (object.kind()) {
            case FALSE -> FALSE;
            case TRUE -> TRUE;
            case INTEGER -> new Int(objects.content().integer(object));
            case REAL -> new Real(objects.content().real(object));
            case DATE -> new Date(Instant.ofEpochSecond(objects.content().secondsSince1970(object)));
            case DATA -> Data.of(((NSData) parsed).bytes());
            case ASCII, UTF16 -> new Text(((NSString) parsed).getContent());
            case ARRAY -> array(objects, object, (NSArray) parsed);
            case DICT -> dict(objects, object, (NSDictionary) parsed);
        };
    }

    private Array array(BinaryObjects objects, BinaryObject object, NSArray parsed) {
        List<PlistValue> items = new ArrayList<>(object.count());
        for (int i = 0; i < object.count(); i++) {
            items.add(convert(objects, objects.reference(object, i), parsed.objectAtIndex(i)));
        }
        return new Array(items);
    }

    private Dict dict(BinaryObjects objects, BinaryObject object, NSDictionary parsed) {
        Map<String, PlistValue> entries = new LinkedHashMap<>();
        int i = object.count();
        for (Map.Entry<String, NSObject> entry : parsed.entrySet()) {
            entries.put(entry.getKey(), convert(objects, objects.reference(object, i++), entry.getValue()));
        }
        return new Dict(entries);
    }
}
