// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.listing;

import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A property list as Foundation describes it to people: what {@code -o stdout} prints. It is for reading only. */
final class OldStyle {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_$./]+");
    private static final String STEP = "    ";

    private OldStyle() {}

    static String print(NSObject value) {
        return print(value, "");
    }

    private static String print(NSObject value, String indent) {
        if (value instanceof NSDictionary dictionary) {
            return dictionary(dictionary, indent);
        }
        if (value instanceof NSArray array) {
            return array(array, indent);
        }
        if (value instanceof NSNumber number && number.isBoolean()) {
            return number.boolValue() ? "1" : "0";
        }
        if (value instanceof NSData data) {
            return "{length = " + data.length() + ", bytes = 0x"
                    + HexFormat.of().formatHex(data.bytes()) + "}";
        }
        return quoted(value.toString());
    }

    private static String dictionary(NSDictionary dictionary, String indent) {
        StringBuilder text = new StringBuilder("{\n");
        dictionary.forEach((key, value) -> text.append(indent)
                .append(STEP)
                .append(quoted(key))
                .append(value instanceof NSDictionary || value instanceof NSArray ? " =     " : " = ")
                .append(print(value, indent + STEP))
                .append(";\n"));
        return text.append(indent).append('}').toString();
    }

    private static String array(NSArray array, String indent) {
        StringBuilder text = new StringBuilder("(\n");
        for (int i = 0; i < array.count(); i++) {
            text.append(indent)
                    .append(STEP)
                    .append(print(array.objectAtIndex(i), indent + STEP))
                    .append(i + 1 < array.count() ? ",\n" : "\n");
        }
        return text.append(indent).append(')').toString();
    }

    private static String quoted(String text) {
        return BARE.matcher(text).matches()
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
