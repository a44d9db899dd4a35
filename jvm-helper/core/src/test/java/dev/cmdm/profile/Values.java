// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.profile;

import dev.cmdm.plist.PlistDocument;
import dev.cmdm.plist.PlistValue;
import dev.cmdm.plist.PlistValue.Array;
import dev.cmdm.plist.PlistValue.Bool;
import dev.cmdm.plist.PlistValue.Dict;
import dev.cmdm.plist.PlistValue.Int;
import dev.cmdm.plist.PlistValue.Real;
import dev.cmdm.plist.PlistValue.Text;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Property-list values for tests, written short. */
final class Values {
    static final String UUID_1 = "11111111-1111-4111-8111-111111111111";
    static final String UUID_2 = "22222222-2222-4222-8222-222222222222";
    static final String UUID_3 = "abcdefab-3333-4333-8333-333333333333";

    private Values() {}

    /** A value: a PlistValue as it is, else by its Java kind. */
    static PlistValue value(Object value) {
        if (value instanceof PlistValue plist) {
            return plist;
        } else if (value instanceof String text) {
            return new Text(text);
        } else if (value instanceof Integer number) {
            return Int.of(number);
        } else if (value instanceof Double number) {
            return new Real(number);
        } else if (value instanceof Boolean bool) {
            return new Bool(bool);
        }
        throw new IllegalArgumentException(value.getClass().getName());
    }

    /** A dictionary of keys and values in turns. */
    static Dict dict(Object... keysAndValues) {
        Map<String, PlistValue> entries = new LinkedHashMap<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            entries.put((String) keysAndValues[at], value(keysAndValues[at + 1]));
        }
        return new Dict(entries);
    }

    static Array array(Object... items) {
        return new Array(Arrays.stream(items).map(Values::value).toList());
    }

    /** A profile without oddities that holds these payloads. */
    static Dict profile(Object... payloads) {
        return dict(
                "PayloadIdentifier",
                "com.example.profile",
                "PayloadUUID",
                UUID_1,
                "PayloadType",
                "Configuration",
                "PayloadVersion",
                1,
                "PayloadScope",
                "System",
                "PayloadContent",
                array(payloads));
    }

    /** A payload without oddities. */
    static Dict payload(String name, String uuid) {
        return dict(
                "PayloadIdentifier",
                "com.example.profile." + name,
                "PayloadUUID",
                uuid,
                "PayloadType",
                "com.example." + name,
                "PayloadVersion",
                1);
    }

    /** A file that was read without a warning. */
    static PlistDocument document(PlistValue root) {
        return new PlistDocument(root, PlistDocument.Encoding.XML, List.of());
    }

    static Profile file(PlistValue root) {
        return Profile.fromFile(document(root));
    }
}
