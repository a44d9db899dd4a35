// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import com.dd.plist.BinaryPropertyListWriter;
import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDate;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import com.dd.plist.NSString;
import dev.cmdm.plist.PlistValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;

/** Writes values as binary property lists, with the library that only reads in the helper itself. */
final class BinaryList implements PlistValue.Cases<NSObject> {
    private static final BinaryList CASES = new BinaryList();

    private BinaryList() {}

    /** The bytes; integers beyond 63 bits come out wrong. */
    static byte[] write(PlistValue value) {
        try {
            return BinaryPropertyListWriter.writeToArray(value.match(CASES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public NSObject dict(PlistValue.Dict dict) {
        NSDictionary written = new NSDictionary();
        dict.entries().forEach((key, value) -> written.put(key, value.match(this)));
        return written;
    }

    @Override
    public NSObject array(PlistValue.Array array) {
        return new NSArray(array.items().stream().map(item -> item.match(this)).toArray(NSObject[]::new));
    }

    @Override
    public NSObject text(PlistValue.Text text) {
        return new NSString(text.value());
    }

    @Override
    public NSObject data(PlistValue.Data data) {
        return new NSData(data.bytes().toArray());
    }

    @Override
    public NSObject date(PlistValue.Date date) {
        return new NSDate(Date.from(date.instant()));
    }

    @Override
    public NSObject integer(PlistValue.Int integer) {
        return new NSNumber(integer.value().longValue());
    }

    @Override
    public NSObject real(PlistValue.Real real) {
        return new NSNumber(real.value());
    }

    @Override
    public NSObject bool(PlistValue.Bool bool) {
        return new NSNumber(bool.value());
    }
}
