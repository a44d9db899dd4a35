// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.server;

import com.dd.plist.NSData;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSString;

/** Reads a dictionary as Go does: what is missing or of another kind is empty. */
public final class Fields {
    private Fields() {}

    /** The string under this key, or an empty one. */
    public static String text(NSDictionary dictionary, String key) {
        return dictionary.get(key) instanceof NSString text ? text.getContent() : "";
    }

    /** The data under this key, or none. */
    public static byte[] data(NSDictionary dictionary, String key) {
        return dictionary.get(key) instanceof NSData data ? data.bytes() : new byte[0];
    }

    /** The dictionary under this key, or an empty one. */
    public static NSDictionary dictionary(NSDictionary dictionary, String key) {
        return dictionary.get(key) instanceof NSDictionary inner ? inner : new NSDictionary();
    }
}
