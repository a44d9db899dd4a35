// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.wire;

import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDate;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Property lists as the writer of servers in Go puts them: keys sorted, a tab per level, no empty elements (groob/plist). */
public final class GoPlistText {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            """;

    private static final Map<Integer, String> ESCAPES = Map.of(
            (int) '"',
            "&#34;",
            (int) '\'',
            "&#39;",
            (int) '&',
            "&amp;",
            (int) '<',
            "&lt;",
            (int) '>',
            "&gt;",
            (int) '\t',
            "&#x9;",
            (int) '\n',
            "&#xA;",
            (int) '\r',
            "&#xD;");

    private GoPlistText() {}

    /** The dictionary as a whole document. */
    public static byte[] indented(NSDictionary dictionary) {
        var text = new StringBuilder(HEAD);
        write(dictionary, "\t", text);
        return text.append("</plist>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(NSObject value, String margin, StringBuilder text) {
        text.append(margin);
        if (value instanceof NSDictionary dictionary) {
            writeDictionary(dictionary, margin, text);
        } else if (value instanceof NSArray array) {
            writeArray(array, margin, text);
        } else if (value instanceof NSNumber number && number.isBoolean()) {
            text.append(element(String.valueOf(number.boolValue()), ""));
        } else if (value instanceof NSNumber number) {
            text.append(
                    number.isInteger()
                            ? element("integer", String.valueOf(number.longValue()))
                            : element("real", real(number)));
        } else if (value instanceof NSData data) {
            text.append(element("data", Base64.getEncoder().encodeToString(data.bytes())));
        } else if (value instanceof NSDate date) {
            text.append(element("date", date.getDate().toInstant().toString()));
        } else {
            text.append(element("string", value.toString()));
        }
        text.append('\n');
    }

    private static void writeDictionary(NSDictionary dictionary, String margin, StringBuilder text) {
        text.append("<dict>");
        if (!dictionary.isEmpty()) {
            text.append('\n');
            new TreeMap<>(dictionary.getHashMap()).forEach((key, value) -> {
                text.append(margin).append('\t').append(element("key", key)).append('\n');
                write(value, margin + "\t", text);
            });
            text.append(margin);
        }
        text.append("</dict>");
    }

    private static void writeArray(NSArray array, String margin, StringBuilder text) {
        text.append("<array>");
        if (array.count() > 0) {
            text.append('\n');
            for (var item : array.getArray()) {
                write(item, margin + "\t", text);
            }
            text.append(margin);
        }
        text.append("</array>");
    }

    private static String element(String name, String content) {
        var escaped = new StringBuilder();
        content.codePoints().forEach(point -> escaped.append(ESCAPES.getOrDefault(point, Character.toString(point))));
        return "<" + name + ">" + escaped + "</" + name + ">";
    }

    private static String real(NSNumber number) {
        return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
}
