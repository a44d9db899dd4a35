// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.profile;

import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import com.dd.plist.NSString;
import com.dd.plist.PropertyListFormatException;
import com.dd.plist.PropertyListParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/** Property lists: reading them, and looking into dictionaries. */
public final class PropertyLists {
    private PropertyLists() {}

    /** The dictionary that these bytes are, in XML or binary form; empty for anything else. */
    public static Optional<NSDictionary> findDictionary(byte[] bytes) {
        // the library would take old-style text as well, which a Mac does not install
        if (!startsWith(bytes, "bplist")
                && !new String(bytes, StandardCharsets.UTF_8).stripLeading().startsWith("<")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(PropertyListParser.parse(bytes))
                    .filter(NSDictionary.class::isInstance)
                    .map(NSDictionary.class::cast);
        } catch (IOException
                | ParseException
                | PropertyListFormatException
                | ParserConfigurationException
                | SAXException
                | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The string under this key. */
    public static Optional<String> findText(NSDictionary dictionary, String key) {
        return Optional.ofNullable(dictionary.get(key))
                .filter(NSString.class::isInstance)
                .map(NSObject::toString);
    }

    /** The boolean under this key; false when there is none. */
    public static boolean isTrue(NSDictionary dictionary, String key) {
        return dictionary.get(key) instanceof NSNumber number && number.isBoolean() && number.boolValue();
    }

    /** The integer under this key. */
    public static Optional<Integer> findInteger(NSDictionary dictionary, String key) {
        return Optional.ofNullable(dictionary.get(key))
                .filter(value -> value instanceof NSNumber number && number.isInteger())
                .map(value -> ((NSNumber) value).intValue());
    }

    private static boolean startsWith(byte[] bytes, String magic) {
        return new String(bytes, 0, Math.min(bytes.length, magic.length()), StandardCharsets.ISO_8859_1).equals(magic);
    }
}
