// SPDX-FileCopyrightText: the cmdm authors
// SPDX-License-Identifier: Apache-2.0
package dev.cmdm.simulator.mac;

import com.dd.plist.NSDictionary;
import java.util.Map;
import java.util.TreeMap;

/** Makes property-list dictionaries whose keys are sorted, as Apple's tools write them. */
final class NativeValues {
    private NativeValues() {}

    static NSDictionary dictionary(Map<String, Object> values) {
        NSDictionary dictionary = new NSDictionary();
        new TreeMap<>(values).forEach(dictionary::put);
        return dictionary;
    }
}
